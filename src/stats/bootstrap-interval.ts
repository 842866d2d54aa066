import { checkConfidence, type Interval, interval } from "./interval.ts";
import type { BootstrapOptions } from "./pooled-quantile-interval.ts";
import { checkResamples, drawWeights, expandedTail, spansEnough, studentEnds } from "./resampling.ts";
import { tallyOf } from "./tally.ts";

const ONCE = 1;

/**
 * Any statistic of n replications, with its bootstrap interval, in the unit of the statistic.
 *
 * `statistic` gets how often each replication counts: once each for the estimate, then as whole replications are drawn with replacement. It
 * may be +Infinity, and so may estimate and ends; the ends are resamples at the expanded percentiles of Hesterberg (2015, § 5.3), without
 * interpolation, or of few replications Student's t times their spread, as in `pooledQuantileInterval`; percentiles again where a resample is infinite,
 * which has no spread. Ends are NaN below two replications. Throws RangeError where the statistic is NaN.
 */
export function bootstrapInterval(
  n: number,
  statistic: (weights: Int32Array) => number,
  {
    confidence = 0.95,
    resamples = 1000,
    stream,
    range = [-Infinity, Infinity],
  }: BootstrapOptions & {
    /** Between which the statistic lies; everything unless told. */
    readonly range?: readonly [least: number, most: number];
  },
): Interval {
  checkConfidence(confidence);
  checkResamples(resamples);
  const weights = new Int32Array(n).fill(ONCE);
  const estimate = known(statistic(weights));
  if (n < 2) {
    return interval({ estimate, low: NaN, high: NaN, n, sd: NaN, method: "bootstrap", confidence });
  }
  const replicates = Float64Array.from({ length: resamples }, () => {
    drawWeights(weights, stream);
    return known(statistic(weights));
  }).sort();
  const infinite = replicates.filter((value) => value === Infinity).length;
  const tail = expandedTail(confidence, n) * (resamples - 1);
  const spread = infinite > 0 ? NaN : tallyOf(replicates).sd;
  const [low, high] =
    infinite > 0 || spansEnough(confidence, n)
      ? [replicates[Math.floor(tail)]!, replicates[Math.ceil(resamples - 1 - tail)]!]
      : studentEnds(estimate, spread, confidence, n);
  return interval({
    estimate,
    low: Math.max(low, range[0]),
    high: Math.min(high, range[1]),
    n,
    sd: spread * Math.sqrt(n),
    method: "bootstrap",
    confidence,
    ...(infinite > 0 ? { infinite } : {}),
  });
}

function known(value: number): number {
  if (Number.isNaN(value)) throw new RangeError("the statistic of a resample is NaN");
  return value;
}
