import type { PlacedIssue } from "../issue-list.ts";
import { checkAbsence } from "./absence.ts";
import type { Check, SoundDocument } from "./check.ts";
import { checkHandling } from "./handling.ts";
import { checkHours } from "./hours.ts";
import { checkMoney } from "./money.ts";
import { checkNames } from "./names.ts";
import { checkOutages } from "./outages.ts";
import { checkPanel } from "./panel.ts";
import { checkPanels } from "./panels.ts";
import { checkPatients } from "./patients.ts";
import { checkPolicies } from "./policies.ts";
import { checkPractice } from "./practice.ts";
import { checkPromises } from "./promises.ts";
import { checkRunDates } from "./run-dates.ts";
import { checkServing } from "./serving.ts";
import { checkShares } from "./shares.ts";
import { checkSize } from "./size.ts";

/** Each with the parts of a document that it reads; it is given no others. */
const CHECKS: readonly { readonly check: Check; readonly reads: readonly (keyof SoundDocument)[] }[] = [
  { check: checkShares, reads: ["specialties", "policies"] },
  { check: checkServing, reads: ["specialties", "staff", "policies"] },
  { check: checkPractice, reads: ["specialties", "staff"] },
  { check: checkPanels, reads: ["staff"] },
  { check: checkPatients, reads: ["specialties", "policies"] },
  { check: checkPolicies, reads: ["specialties", "staff", "policies", "promises"] },
  { check: checkHandling, reads: ["specialties", "staff", "policies"] },
  { check: checkHours, reads: ["calendar", "staff"] },
  { check: checkAbsence, reads: ["staff"] },
  { check: checkPanel, reads: ["specialties", "staff"] },
  { check: checkMoney, reads: ["staff"] },
  { check: checkNames, reads: ["staff", "promises"] },
  { check: checkPromises, reads: ["run", "promises"] },
  { check: checkRunDates, reads: ["calendar", "run", "specialties", "staff"] },
  { check: checkOutages, reads: ["calendar", "specialties"] },
  { check: checkSize, reads: ["run", "specialties", "staff"] },
];

/** Whether the parts of a document fit together; nothing is said of parts that all are the very ones of `known`. */
export function crossCheck(document: SoundDocument, known: SoundDocument = {}): readonly PlacedIssue[] {
  return CHECKS.flatMap(({ check, reads }) => {
    if (reads.every((part) => part in known && document[part] === known[part])) return [];
    return check(Object.fromEntries(reads.map((part) => [part, document[part]])));
  });
}
