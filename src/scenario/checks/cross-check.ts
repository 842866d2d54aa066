import type { Partly } from "../format/salvage.ts";
import type { ScenarioDocument } from "../format/scenario-schema.ts";
import type { PlacedIssue } from "../issue-list.ts";

/** A check on how the parts of a document fit; parts that were faulty themselves are missing. */
export type Check = (document: Partly<ScenarioDocument>) => readonly PlacedIssue[];

const CHECKS: readonly Check[] = [];

/** Whether the parts of a document fit together. */
export function crossCheck(document: Partly<ScenarioDocument>): readonly PlacedIssue[] {
  return CHECKS.flatMap((check) => check(document));
}
