import { type Executor, type StressOptions, type StressPlan, stress } from "../experiment/index.ts";
import { type Model, responseDefinitions } from "../model/index.ts";
import type { ResultSink } from "../node/index.ts";
import {
  alternativeReplicationsSheet,
  alternativesColumns,
  type StressSummary,
  stressesSheet,
  stressJson,
  stressPathsSheet,
  summariseStress,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";

export const STRESS_SUMMARY = "stress.json";

export interface StressToWrite {
  readonly plan: StressPlan;
  /** Of the base, then of every stress. */
  readonly models: readonly Model[];
  /** The plan's base. */
  readonly base: Scenario;
}

/** Runs a battery into the files of its result. Rejects as the executor does. */
export async function writeStress(
  { plan, models, base }: StressToWrite,
  executor: Executor,
  sink: ResultSink,
  options: Omit<StressOptions, "results">,
): Promise<StressSummary> {
  const definitions = models.map(responseDefinitions);
  const columns = alternativesColumns(definitions);
  const names = [plan.base, ...plan.stresses].map(({ name }) => name);
  const report = await stress(plan, models, executor, {
    ...options,
    results: (place, results) =>
      sink.append(alternativeReplicationsSheet(columns, names[place]!, definitions[place]!, results)),
  });
  const summary = summariseStress(base, models[0]!, plan.seed, report);
  await sink.append(stressesSheet(summary));
  await sink.append(stressPathsSheet(summary));
  await sink.write(STRESS_SUMMARY, stressJson(summary));
  return summary;
}
