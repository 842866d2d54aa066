import { checkConfidence, interval } from "./interval.ts";
import { type PairedDifference, varianceRatio } from "./paired-difference.ts";
import { Pool } from "./pool.ts";
import {
  checkResamples,
  drawWeights,
  expandedTail,
  spansEnough,
  studentEnds,
  type Uniforms,
} from "./resampling.ts";
import { Tally, tallyOf } from "./tally.ts";

/** How `pairedQuantile` resamples. */
export interface PairedBootstrapOptions {
  /** Bootstrap resamples; 2000 unless told. */
  readonly resamples?: number;
  readonly stream: Uniforms;
}

/**
 * Difference of the p-quantiles of two systems, each over all its messages, from replications that share their random numbers.
 *
 * Entry i of both lists holds the messages of replication i; +Infinity is a message never answered. The paired bootstrap draws
 * whole replications, the same for both systems, so that what they have in common cancels; the ends are expanded percentiles as in
 * `pooledQuantileInterval`, and of few replications Student's t times their spread, unless a resample is infinite. A resample in which both quantiles are infinite could be any difference, and counts for either
 * end. Throws RangeError on lists of different length, NaN, −Infinity and p outside [0, 1].
 */
export function pairedQuantile(
  samples: readonly ArrayLike<number>[],
  others: readonly ArrayLike<number>[],
  p: number,
  { resamples = 2000, stream }: PairedBootstrapOptions,
): PairedDifference {
  checkResamples(resamples);
  const n = samples.length;
  if (others.length !== n) {
    throw new RangeError(`both systems need the same replications, got ${n} and ${others.length}`);
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie within 0 and 1, got ${p}`);
  const pools = [new Pool(samples), new Pool(others)] as const;
  const weights = new Int32Array(n).fill(1);
  const differenceAt = () => minus(pools[0].quantile(p, weights), pools[1].quantile(p, weights));
  const estimate = differenceAt();
  if (!pools.every(({ filled }) => filled > 1)) {
    return differenceOf(estimate, n, new Float64Array(), [NaN, NaN, NaN], undefined);
  }
  const { differences, spreads } = bootstrap(pools, p, weights, resamples, stream);
  return differenceOf(estimate, n, differences, spreads, leftOut(differenceAt, weights));
}

/** Put together apart from the samples, which would otherwise be kept for as long as the difference is. */
function differenceOf(
  estimate: number,
  n: number,
  differences: Float64Array,
  [own, other, paired]: readonly [number, number, number],
  deviations: Float64Array | undefined,
): PairedDifference {
  const resamples = differences.length;
  const lows = differences.map((each) => (Number.isNaN(each) ? -Infinity : each)).sort();
  const highs = differences.map((each) => (Number.isNaN(each) ? Infinity : each)).sort();
  const sd = paired * Math.sqrt(n);
  return {
    estimate,
    n,
    sd,
    varianceRatio: varianceRatio(own, other, paired),
    ...(deviations === undefined ? {} : { deviations }),
    at: (confidence) => {
      checkConfidence(confidence);
      if (Number.isFinite(paired) && !spansEnough(confidence, n)) {
        const [low, high] = studentEnds(estimate, paired, confidence, n);
        return interval({ estimate, low, high, n, sd, method: "bootstrap", confidence });
      }
      const cut = Math.floor(resamples * expandedTail(confidence, n));
      const [low = NaN, high = NaN] = [lows[cut], highs[resamples - 1 - cut]];
      return interval({ estimate, low, high, n, sd, method: "bootstrap", confidence });
    },
  };
}

/** Two infinite quantiles have no difference. */
function minus(a: number, b: number): number {
  return a === Infinity && b === Infinity ? NaN : a - b;
}

/** Differences over resamples, in their order, and the spread of either quantile and of the difference. */
function bootstrap(
  [left, right]: readonly [Pool, Pool],
  p: number,
  weights: Int32Array,
  resamples: number,
  stream: Uniforms,
) {
  const tallies = [new Tally(), new Tally(), new Tally()] as const;
  const differences = new Float64Array(resamples);
  let known = true;
  for (let b = 0; b < resamples; b++) {
    let a: number;
    let other: number;
    do {
      drawWeights(weights, stream);
      a = left.quantile(p, weights);
      other = right.quantile(p, weights);
    } while (Number.isNaN(a) || Number.isNaN(other));
    const difference = minus(a, other);
    differences[b] = difference;
    tallies[0].add(a);
    tallies[1].add(other);
    if (Number.isNaN(difference)) known = false;
    else tallies[2].add(difference);
  }
  const spread = known ? tallies[2].sd : NaN;
  return { differences, spreads: [tallies[0].sd, tallies[1].sd, spread] as const };
}

/** Deviations by the jackknife over replications; undefined where a difference without one of them is not finite. */
function leftOut(differenceAt: () => number, weights: Int32Array): Float64Array | undefined {
  const n = weights.length;
  const without = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    weights.fill(1);
    weights[i] = 0;
    without[i] = differenceAt();
  }
  if (!without.every(Number.isFinite)) return undefined;
  const { mean } = tallyOf(without);
  return without.map((each) => (n - 1) * (mean - each));
}
