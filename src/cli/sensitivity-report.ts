import { firstReplication, type LoadCrossing, SensitivityTally } from "../experiment/index.ts";
import {
  type SensitivitySummary,
  sensitivitySheet,
  sensitivitySummaryJson,
  summariseSensitivity,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlannedSensitivity } from "./plan-sensitivity.ts";
import type { PointsReport } from "./write-sweep.ts";

/** What a sensitivity analysis tells of its points; `told` gets the summary when all were there. */
export function sensitivityReport(
  plan: PlannedSensitivity,
  { clinic: { name, run } }: Scenario,
  crossings: readonly LoadCrossing[],
  told: (summary: SensitivitySummary) => void = () => {},
): PointsReport {
  const tally = new SensitivityTally({ ...plan, crossings });
  return {
    add: (record) => tally.add(record),
    firstOf: (point) => firstReplication(plan.design, point, run.replications),
    finish: () => {
      const summary = summariseSensitivity({ scenario: name, seed: run.seed }, tally.sensitivity());
      told(summary);
      return { summary: sensitivitySummaryJson(summary), sheets: [sensitivitySheet(summary)] };
    },
  };
}
