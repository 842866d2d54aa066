import type { PlacedIssue } from "../issue-list.ts";
import { checkAbsence } from "./absence.ts";
import type { Check, SoundDocument } from "./check.ts";
import { checkHandling } from "./handling.ts";
import { checkHours } from "./hours.ts";
import { checkMoney } from "./money.ts";
import { checkNames } from "./names.ts";
import { checkPanel } from "./panel.ts";
import { checkPromises } from "./promises.ts";
import { checkRunDates } from "./run-dates.ts";
import { checkServing } from "./serving.ts";
import { checkShares } from "./shares.ts";
import { checkSize } from "./size.ts";

const CHECKS: readonly Check[] = [
  checkShares,
  checkServing,
  checkHandling,
  checkHours,
  checkAbsence,
  checkPanel,
  checkMoney,
  checkNames,
  checkPromises,
  checkRunDates,
  checkSize,
];

/** Whether the parts of a document fit together. */
export function crossCheck(document: SoundDocument): readonly PlacedIssue[] {
  return CHECKS.flatMap((check) => check(document));
}
