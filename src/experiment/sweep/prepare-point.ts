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

/** Of the local clock over a clinic's run, what is known. */
export type ClockOf = (clinic: Clinic) => Promise<Offsets>;

/** Points of a design over a scenario: what `run` would do with the same changes. */
export function pointPreparer(
  base: Scenario,
  design: Design,
  engine: string,
  clockOf: ClockOf,
): PreparePoint {
  return async (point) => {
    const levels = design.levels(point);
    return preparedPoint(base, { point, levels }, patchOfLevels(design.columns, levels), engine, clockOf);
  };
}

/** A point with its changes; its replications are as many as the scenario's, from `first`. Throws InputError with all that is wrong with it. */
export async function preparedPoint(
  base: Scenario,
  at: Pick<PreparedPoint, "point" | "levels">,
  patch: Patch,
  engine: string,
  clockOf: ClockOf,
  first = 1,
): Promise<PreparedPoint> {
  const { scenario, issues } = patchScenario(base, patch);
  if (scenario === undefined) throw new InputError(issues);
  const { clinic, canonicalText } = scenario;
  const { seed, replications } = clinic.run;
  const plan: Plan = {
    engine,
    scenario: canonicalText,
    offsets: await clockOf(clinic),
    seed,
    replications: Array.from({ length: replications }, (_, i) => first + i),
    keep: "values",
  };
  return { ...at, scenario, plan, id: planId(plan) };
}
