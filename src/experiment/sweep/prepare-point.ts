import { InputError } from "../../errors.ts";
import type { Clinic } from "../../model/index.ts";
import { type JsonValue, type Patch, patchScenario, type Scenario } from "../../scenario/index.ts";
import type { Design } from "../designs/design.ts";
import { type DesignColumn, levelValue } from "../designs/factor.ts";
import type { Offsets } from "../job.ts";
import { type Plan, planId } from "../plan.ts";

/** A design point, ready to run. */
export interface PreparedPoint {
  readonly point: number;
  readonly levels: readonly JsonValue[];
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly id: string;
}

/** Makes a point of a sweep ready. Throws InputError with all that is wrong with it. */
export type PreparePoint = (point: number) => Promise<PreparedPoint>;

/** What a level of each column changes in the scenario. */
export function patchOfLevels(columns: readonly DesignColumn[], levels: readonly JsonValue[]): Patch {
  return Object.fromEntries(columns.map((column, i) => [column.path, levelValue(column, levels[i]!)]));
}

/** Points of a design over a scenario: what `run` would do with the same changes. `clockOf` knows the local clock over a clinic's run. */
export function pointPreparer(
  base: Scenario,
  design: Design,
  engine: string,
  clockOf: (clinic: Clinic) => Promise<Offsets>,
): PreparePoint {
  return async (point) => {
    const levels = design.levels(point);
    const { scenario, issues } = patchScenario(base, patchOfLevels(design.columns, levels));
    if (scenario === undefined) throw new InputError(issues);
    const { clinic, canonicalText } = scenario;
    const { seed, replications } = clinic.run;
    const plan: Plan = {
      engine,
      scenario: canonicalText,
      offsets: await clockOf(clinic),
      seed,
      replications: Array.from({ length: replications }, (_, i) => i + 1),
      keep: "values",
    };
    return { point, levels, scenario, plan, id: planId(plan) };
  };
}
