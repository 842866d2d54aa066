import type { Clinic } from "../../model/index.ts";
import type { ScenarioDocument } from "../format/scenario-schema.ts";
import type { PlacedIssue } from "../issue-list.ts";

/** Whether the people have the time for the work. */
export function checkLoads(_document: ScenarioDocument, _clinic: Clinic): readonly PlacedIssue[] {
  return [];
}
