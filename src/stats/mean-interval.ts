import { checkConfidence, checkSameLength, type Interval, interval } from "./interval.ts";
import { studentTQuantile } from "./student-t.ts";
import { Tally } from "./tally.ts";

/**
 * Mean over replications with its Student-t interval, in the unit of `values`.
 *
 * One value per replication. NaN is refused (RangeError) except in rows that `open` marks true, which are left
 * out of `n`. Below two values the ends are NaN. With +Infinity among the values the mean is Infinity, `low`
 * and `sd` are NaN, and `infinite` says how many there were: use `medianInterval` there.
 * Law, Simulation Modeling and Analysis, eq. 4.12.
 */
export function meanInterval(
  values: ArrayLike<number>,
  confidence = 0.95,
  open?: ArrayLike<boolean>,
): Interval {
  checkConfidence(confidence);
  if (open !== undefined && open.length !== values.length) {
    throw new RangeError(`open needs one entry per value, got ${open.length} for ${values.length}`);
  }
  const tally = new Tally();
  let infinite = 0;
  for (let i = 0; i < values.length; i++) {
    if (open?.[i] === true) continue;
    const value = values[i]!;
    if (Number.isNaN(value)) {
      throw new RangeError(`value ${i} is NaN: mark the row as open, or give it a number`);
    }
    if (!Number.isFinite(value)) infinite += 1;
    tally.add(value);
  }
  const n = tally.count;
  const estimate = tally.mean;
  const half =
    n < 2 || infinite > 0 ? NaN : (studentTQuantile((1 + confidence) / 2, n - 1) * tally.sd) / Math.sqrt(n);
  return interval({
    estimate,
    low: estimate - half,
    high: estimate === Infinity && n > 1 ? Infinity : estimate + half,
    n,
    sd: tally.sd,
    method: "t",
    confidence,
    ...(infinite > 0 ? { infinite } : {}),
  });
}

/**
 * Mean of a − b over replications that share their random numbers, with its Student-t interval.
 *
 * Entry i of both lists must come from the same replication (seed and number). Two infinite values of the same
 * sign have no difference: the estimate is then NaN, and `infinite` counts the pairs with an infinite value.
 * Throws RangeError on NaN and on lists of different length. Law, § 10.2.1.
 */
export function pairedInterval(a: ArrayLike<number>, b: ArrayLike<number>, confidence = 0.95): Interval {
  checkConfidence(confidence);
  checkSameLength(a, b);
  const differences: number[] = [];
  let infinite = 0;
  let undefinedPair = false;
  for (let i = 0; i < a.length; i++) {
    const left = a[i]!;
    const right = b[i]!;
    if (Number.isNaN(left) || Number.isNaN(right)) {
      throw new RangeError(`pair ${i} holds NaN (${left}, ${right}): leave open pairs out`);
    }
    const difference = left - right;
    if (!Number.isFinite(difference)) infinite += 1;
    if (Number.isNaN(difference)) undefinedPair = true;
    differences.push(difference);
  }
  if (!undefinedPair) return meanInterval(differences, confidence);
  const n = differences.length;
  return interval({ estimate: NaN, low: NaN, high: NaN, n, sd: NaN, method: "t", confidence, infinite });
}
