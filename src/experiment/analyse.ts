import { invariant } from "../errors.ts";
import {
  type Model,
  type ReplicationResult,
  type ResponseDefinition,
  responseDefinitions,
} from "../model/index.ts";
import { type Analysis, type AnalysisRow, estimandName } from "./analysis.ts";
import { watchedWaits } from "./beyond.ts";
import { estimateOf, poolsOf, quantileOf } from "./estimate.ts";

export interface AnalyseOptions {
  /** Seed of the bootstrap: the run's own. */
  readonly seed: number;
  readonly confidence?: number;
  /** Which responses; all, unless told. */
  readonly only?: (definition: ResponseDefinition) => boolean;
}

/**
 * Estimates every response over replications, each with the interval that is right for its estimand. Folds in order of replication,
 * so that the result does not depend on the order of arrival. Intervals end where the range of the response does. Throws
 * InvariantError on repeated replications.
 */
export function analyse(
  model: Model,
  results: readonly ReplicationResult[],
  { seed, confidence = 0.95, only = () => true }: AnalyseOptions,
): Analysis {
  const inOrder = results.toSorted((a, b) => a.replication - b.replication);
  const replications = inOrder.map((result) => result.replication);
  invariant(new Set(replications).size === results.length, "a replication came back twice");
  const poolOf = poolsOf(inOrder);
  const rows = responseDefinitions(model).flatMap((definition, index): AnalysisRow[] => {
    if (!only(definition)) return [];
    const { name, label, group, unit, doc, better, headline, estimand } = definition;
    const { estimate, sd, low, high, n } = estimateOf(definition, index, inOrder, seed, confidence, poolOf);
    const endless = [estimate, low, high].includes(Infinity);
    return [
      {
        response: name,
        label,
        group,
        unit,
        doc,
        better,
        headline,
        estimand: estimandName(estimand),
        estimate,
        sd,
        low,
        high,
        n,
        ...(endless ? beyondOf(definition, inOrder, seed, confidence) : {}),
      },
    ];
  });
  return { confidence, replications, rows };
}

/** What is surely known of a quantile that has no end. */
function beyondOf(
  { name, estimand, range }: ResponseDefinition,
  results: readonly ReplicationResult[],
  seed: number,
  confidence: number,
): Pick<AnalysisRow, "beyond"> {
  if (estimand.type !== "quantile") return {};
  const waits = watchedWaits(results, estimand);
  if (waits === undefined) return {};
  const { estimate, low, high } = quantileOf(name, estimand.p, waits, seed, confidence);
  return { beyond: { estimate, low: Math.max(low, range[0]), high } };
}
