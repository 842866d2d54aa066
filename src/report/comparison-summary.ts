import type { Caution, Comparison } from "../experiment/index.ts";
import type { Model } from "../model/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { warningCautions } from "./summarise.ts";
import type { Summary } from "./summary.ts";

/** All that is reported of a comparison: what `comparison.json` holds and every rendering shows. Plain data. */
export interface ComparisonSummary
  extends Pick<
    Summary,
    "scenario" | "start" | "warmUpDays" | "lengthDays" | "runOutDays" | "seed" | "cautions"
  > {
  readonly comparison: Omit<Comparison, "cautions">;
}

/** Everything that is reported of a comparison; scenario and model are the base's. */
export function summariseComparison(
  scenario: Scenario,
  { clinic }: Model,
  seed: number,
  { cautions, ...comparison }: Comparison,
): ComparisonSummary {
  const { start, warmUpDays, lengthDays, runOutDays } = clinic.run;
  const all: readonly Caution[] = [...cautions, ...warningCautions(scenario)];
  return {
    scenario: clinic.name,
    start,
    warmUpDays,
    lengthDays,
    runOutDays,
    seed,
    comparison,
    cautions: all,
  };
}
