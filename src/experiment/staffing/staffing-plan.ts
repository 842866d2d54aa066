import { contentHash, type Offsets, offsetsKey } from "../job.ts";

/** What a staffing question is: equal plans have answers of the same bytes. */
export interface StaffingPlan {
  readonly engine: string;
  /** Canonical text of the scenario, with all that is to be decided. */
  readonly scenario: string;
  readonly offsets: Offsets;
  /** Replications of a plan at most, in the search, and again to confirm it. */
  readonly atMost: number;
  /** In which the plan that is found is explained. */
  readonly worlds: number;
}

/** SHA-256 of the question, hexadecimal. */
export function staffingId({ engine, scenario, offsets, atMost, worlds }: StaffingPlan): string {
  return contentHash("clinicsim/staff/1", engine, scenario, offsetsKey(offsets), atMost, worlds);
}
