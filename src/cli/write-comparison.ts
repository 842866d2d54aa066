import {
  type CompareOptions,
  type ComparisonPlan,
  compare,
  type Executor,
  patternsOf,
} from "../experiment/index.ts";
import { type Model, responseDefinitions } from "../model/index.ts";
import type { ResultSink } from "../node/index.ts";
import {
  alternativeReplicationsSheet,
  alternativesColumns,
  type ComparisonSummary,
  comparisonJson,
  comparisonSheet,
  type NamedPatterns,
  patternsJson,
  summariseComparison,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { PATTERNS } from "./write-run.ts";

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
  const patterns: NamedPatterns[] = [];
  const comparison = await compare(plan, models, executor, {
    ...options,
    results: (alternative, results) => {
      const { name } = plan.alternatives[alternative]!;
      // Those of the plan come first, in the order of the alternatives; further ones of a selection are not of the same worlds.
      if (patterns.length === alternative) {
        patterns.push({ name, patterns: patternsOf(models[alternative]!, results) });
      }
      return sink.append(alternativeReplicationsSheet(columns, name, definitions[alternative]!, results));
    },
  });
  const summary = summariseComparison(base, models[0]!, plan.seed, comparison);
  await sink.append(comparisonSheet(comparison));
  await sink.write(COMPARISON_SUMMARY, comparisonJson(summary));
  await sink.write(PATTERNS, patternsJson(patterns));
  return summary;
}
