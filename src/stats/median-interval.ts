import { regularizedBeta } from "./beta.ts";
import { checkConfidence, type Interval, interval } from "./interval.ts";
import { quantile, sorted } from "./quantile.ts";

/**
 * Median over replications with its distribution-free interval, in the unit of `values`.
 *
 * For responses that may be +Infinity in some replications, where a mean says nothing. The ends are the order
 * statistics whose binomial coverage is at least `confidence`; NaN when there are too few values for any (below
 * 6 at 95 %). Throws RangeError on NaN and −Infinity. Hahn & Meeker, Statistical Intervals, § 5.2.
 */
export function medianInterval(values: ArrayLike<number>, confidence = 0.95): Interval {
  checkConfidence(confidence);
  const ordered = sorted(values);
  const n = ordered.length;
  const infinite = ordered.reduce((count, value) => (value === Infinity ? count + 1 : count), 0);
  let outside = 0;
  while (outside < n / 2 && regularizedBeta(0.5, n - outside, outside + 1) <= (1 - confidence) / 2)
    outside += 1;
  return interval({
    estimate: quantile(ordered, 0.5),
    low: outside === 0 ? NaN : ordered[outside - 1]!,
    high: outside === 0 ? NaN : ordered[n - outside]!,
    n,
    sd: NaN,
    method: "order-statistics",
    confidence,
    ...(infinite > 0 ? { infinite } : {}),
  });
}
