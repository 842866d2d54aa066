import { type CompareOptions, type ComparisonPlan, compare, type Executor } from "../experiment/index.ts";
import { type Model, responseDefinitions } from "../model/index.ts";
import type { ResultSink } from "../node/index.ts";
import {
  alternativeReplicationsSheet,
  alternativesColumns,
  type ComparisonSummary,
  comparisonJson,
  comparisonSheet,
  summariseComparison,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";

export const COMPARISON_SUMMARY = "comparison.json";

export interface ComparisonToWrite {
  readonly plan: ComparisonPlan;
  readonly models: readonly Model[];
  readonly base: Scenario;
}

/** Runs the alternatives of a plan into the files of their comparison. Rejects as the executor does. */
export async function writeComparison(
  { plan, models, base }: ComparisonToWrite,
  executor: Executor,
  sink: ResultSink,
  options: Omit<CompareOptions, "results">,
): Promise<ComparisonSummary> {
  const definitions = models.map(responseDefinitions);
  const columns = alternativesColumns(definitions);
  const comparison = await compare(plan, models, executor, {
    ...options,
    results: (alternative, results) =>
      sink.append(
        alternativeReplicationsSheet(
          columns,
          plan.alternatives[alternative]!.name,
          definitions[alternative]!,
          results,
        ),
      ),
  });
  const summary = summariseComparison(base, models[0]!, plan.seed, comparison);
  await sink.append(comparisonSheet(comparison));
  await sink.write(COMPARISON_SUMMARY, comparisonJson(summary));
  return summary;
}
