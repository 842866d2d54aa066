import { checkConfidence, type Interval, interval } from "./interval.ts";
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
