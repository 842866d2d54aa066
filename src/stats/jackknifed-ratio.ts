import { checkSameLength } from "./interval.ts";
import { tallyOf } from "./tally.ts";

/** A ratio of totals over replications, and what it is without each of them. */
export interface JackknifedRatio {
  /** NaN when the denominators sum to 0. */
  readonly estimate: number;
  /** By replication: the ratio without it; NaN where that has no denominator, or there is no other. */
  readonly leftOut: readonly number[];
  /** Spread of one replication: of the pseudo-values; NaN where a ratio without one of them is. */
  readonly sd: number;
}

/**
 * The jackknife of a ratio of totals; entry i of both lists comes from replication i. Throws RangeError on values that are not finite,
 * negative denominators and lists of different length. Miller, "The jackknife – a review" (1974).
 */
export function jackknifedRatio(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
): JackknifedRatio {
  const { top, bottom } = totals(numerators, denominators);
  const n = numerators.length;
  const leftOut: number[] = [];
  for (let i = 0; i < n; i++) {
    const rest = bottom - denominators[i]!;
    leftOut.push(n > 1 && rest > 0 ? (top - numerators[i]!) / rest : Number.NaN);
  }
  const bounded = n > 1 && !leftOut.some(Number.isNaN);
  return {
    estimate: bottom > 0 ? top / bottom : Number.NaN,
    leftOut,
    sd: bounded ? jackknifeSd(leftOut) : Number.NaN,
  };
}

/** Standard deviation of the jackknife's pseudo-values, from the estimates that leave one replication out. */
export function jackknifeSd(leftOut: readonly number[]): number {
  return (leftOut.length - 1) * tallyOf(leftOut).sd;
}

function totals(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
): { top: number; bottom: number } {
  checkSameLength(numerators, denominators);
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < numerators.length; i++) {
    const numerator = numerators[i]!;
    const denominator = denominators[i]!;
    if (!Number.isFinite(numerator) || !Number.isFinite(denominator) || denominator < 0) {
      throw new RangeError(`replication ${i} has no usable ratio: ${numerator} of ${denominator}`);
    }
    top += numerator;
    bottom += denominator;
  }
  return { top, bottom };
}
