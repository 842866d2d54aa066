import { checkConfidence, interval } from "./interval.ts";
import { jackknifedRatio } from "./jackknifed-ratio.ts";
import { type PairedDifference, varianceRatio } from "./paired-difference.ts";
import { withoutRounding } from "./rounding.ts";
import { studentTQuantile } from "./student-t.ts";
import { tallyOf } from "./tally.ts";

/** Totals of a ratio, replication by replication. */
export interface RatioTerms {
  readonly numerators: ArrayLike<number>;
  readonly denominators: ArrayLike<number>;
}

/**
 * Difference of two ratios of totals (shares of all messages) over replications that share their random numbers.
 *
 * The jackknife leaves the same replication out of both ratios, so that what they have in common cancels; Student's t with n − 1
 * degrees of freedom. NaN when a denominator sums to 0; no interval with fewer than two replications, or when one replication holds
 * a whole denominator. Throws RangeError on values that are not finite, negative denominators and lists of different length.
 * Miller, "The jackknife – a review" (1974).
 */
export function pairedRatio(terms: RatioTerms, others: RatioTerms): PairedDifference {
  const own = jackknifedRatio(terms.numerators, terms.denominators);
  const other = jackknifedRatio(others.numerators, others.denominators);
  const n = own.leftOut.length;
  if (other.leftOut.length !== n) {
    throw new RangeError(`both ratios need the same replications, got ${n} and ${other.leftOut.length}`);
  }
  const scale = Math.max(Math.abs(own.estimate), Math.abs(other.estimate));
  const [estimate = NaN] = withoutRounding([own.estimate - other.estimate], scale);
  const leftOut = withoutRounding(
    own.leftOut.map((value, i) => value - other.leftOut[i]!),
    scale,
  );
  const bounded = !Number.isNaN(own.sd + other.sd);
  const spread = bounded ? tallyOf(leftOut) : undefined;
  const sd = spread === undefined ? NaN : (n - 1) * spread.sd;
  return {
    estimate,
    n,
    sd,
    varianceRatio: varianceRatio(own.sd, other.sd, sd),
    ...(spread === undefined
      ? {}
      : { deviations: Float64Array.from(leftOut, (value) => (n - 1) * (spread.mean - value)) }),
    at: (confidence) => {
      checkConfidence(confidence);
      const half = bounded ? (studentTQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n) : NaN;
      return interval({
        estimate,
        low: estimate - half,
        high: estimate + half,
        n,
        sd,
        method: "jackknife",
        confidence,
      });
    },
  };
}
