import type { Model, ReplicationResult, ResponseDefinition } from "../model/index.ts";
import { responseDefinitions } from "../model/index.ts";
import type { Analysis } from "./analysis.ts";
import { sureSkewness } from "./sure-skewness.ts";

/** A response whose replications are so skewed that its interval covers it less often than it says. */
export interface SkewedResponse {
  readonly label: string;
  /** Replications that would bring its coverage near to what it says. */
  readonly needs: number;
}

/**
 * Replications per squared skewness that a 95 % interval takes to cover about 94 % of the time: Cochran, Sampling Techniques (1977),
 * § 2.15. A share, whose interval is made on the logit scale, was seen to take far fewer; `tests/README.md` has what is covered.
 */
const PER_SQUARED_SKEWNESS = { mean: 25, quantile: 25, ratio: 4 } as const;

/** Of the responses in a first table, and of those `asked` for by name, the ones that are too skewed for so many replications. */
export function skewedResponses(
  model: Model,
  results: readonly ReplicationResult[],
  { rows }: Pick<Analysis, "rows">,
  asked: readonly string[] = [],
): readonly SkewedResponse[] {
  return responseDefinitions(model).flatMap((definition, index) => {
    const { name, label, headline, estimand } = definition;
    const estimate = rows[index]?.estimate ?? Number.NaN;
    if (!(headline || asked.includes(name)) || !Number.isFinite(estimate)) return [];
    const values = influences(definition, index, results, estimate);
    const needs = replicationsFor(values, estimand.type);
    return values.length < needs ? [{ label, needs }] : [];
  });
}

/** How many replications as skewed as these an interval takes; 0 where they may as well not be skewed. */
export function replicationsFor(
  values: readonly number[],
  estimand: keyof typeof PER_SQUARED_SKEWNESS,
): number {
  const skew = sureSkewness(values);
  return Math.ceil(PER_SQUARED_SKEWNESS[estimand] * skew * skew);
}

/** What each replication adds to the estimate, up to a factor and a constant. */
function influences(
  { estimand }: ResponseDefinition,
  index: number,
  results: readonly ReplicationResult[],
  estimate: number,
): readonly number[] {
  switch (estimand.type) {
    case "mean":
      return results.map(({ values }) => values[index]!).filter((value) => !Number.isNaN(value));
    case "ratio":
      return results.map(
        ({ numerators, denominators }) => numerators[index]! - estimate * denominators[index]!,
      );
    case "quantile":
      return results.map(({ samples }) => {
        const waits = samples[estimand.sample]!;
        return waits.length - notAbove(waits, estimate) - (1 - estimand.p) * waits.length;
      });
  }
}

/** How many of the ascending values are ≤ `value`. */
function notAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
