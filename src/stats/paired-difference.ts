import type { Interval } from "./interval.ts";

/**
 * By how much an estimate of one system differs from that of another that met the same random numbers: what `pairedMean`,
 * `pairedRatio` and `pairedQuantile` find. In the unit of the data.
 */
export interface PairedDifference {
  /** One minus the other; ±Infinity if one of them is infinite, NaN if both are or there is nothing to estimate from. */
  readonly estimate: number;
  /** Pairs of replications behind it. */
  readonly n: number;
  /** Spread of one pair, so that sd / √n is the standard error; NaN when unknown or infinite. */
  readonly sd: number;
  /**
   * Variance that the difference would have had from as many unpaired replications, over the variance that it has. Infinity
   * where every pair differs alike; NaN where neither varies or it is not known.
   */
  readonly varianceRatio: number;
  /**
   * By replication, how far its pair moves the estimate from what the others say, with mean 0: what `jointConfidence` resamples. 0 for a
   * pair that was left out; absent where the difference is not finite, or not without some replication.
   */
  readonly deviations?: Float64Array;
  /** The interval that covers the difference with that probability. Throws RangeError unless it lies between 0 and 1. */
  at(confidence: number): Interval;
}

/** Variance of an unpaired difference over that of a paired one, from the spreads of one replication. */
export function varianceRatio(sd: number, otherSd: number, pairedSd: number): number {
  return (sd * sd + otherSd * otherSd) / (pairedSd * pairedSd);
}
