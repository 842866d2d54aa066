import { checkConfidence, checkSameLength, type Interval, interval } from "./interval.ts";
import { studentTQuantile } from "./student-t.ts";
import { Tally } from "./tally.ts";

/**
 * A ratio of totals over all replications (a share of all messages, minutes per message) with its jackknife interval.
 *
 * Entry i of both lists comes from replication i, e.g. messages within the promise and messages. The estimate
 * is the plain ratio of the two totals, so that it agrees with the table of counts; the jackknife over
 * replications gives its standard error, Student's t with n − 1 degrees of freedom the interval. `within`
 * cuts the ends to what is possible, [0, 1] for a share. NaN when the denominators sum to 0; NaN ends with
 * fewer than two replications or when one replication holds the whole denominator. Throws RangeError on
 * values that are not finite, negative denominators and lists of different length. Miller (1974); Law, § 4.4.
 */
export function ratioInterval(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  confidence = 0.95,
  within: readonly [low: number, high: number] = [-Infinity, Infinity],
): Interval {
  checkConfidence(confidence);
  checkSameLength(numerators, denominators);
  const n = numerators.length;
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < n; i++) {
    const numerator = numerators[i]!;
    const denominator = denominators[i]!;
    if (!Number.isFinite(numerator) || !Number.isFinite(denominator) || denominator < 0) {
      throw new RangeError(`replication ${i} has no usable ratio: ${numerator} of ${denominator}`);
    }
    top += numerator;
    bottom += denominator;
  }
  const estimate = top / bottom;
  const leftOut = new Tally();
  let bounded = n > 1 && bottom > 0;
  for (let i = 0; i < n && bounded; i++) {
    const rest = bottom - denominators[i]!;
    if (rest > 0) leftOut.add((top - numerators[i]!) / rest);
    else bounded = false;
  }
  const sd = bounded ? (n - 1) * leftOut.sd : NaN;
  const half = bounded ? (studentTQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n) : NaN;
  return interval({
    estimate: bottom > 0 ? estimate : NaN,
    low: Math.max(estimate - half, within[0]),
    high: Math.min(estimate + half, within[1]),
    n,
    sd,
    method: "jackknife",
    confidence,
  });
}
