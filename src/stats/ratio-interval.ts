import { exp, log } from "../random/index.ts";
import { checkConfidence, type Interval, interval } from "./interval.ts";
import { jackknifedRatio, jackknifeSd } from "./jackknifed-ratio.ts";
import { isRare, rareShareEnds } from "./rare-share-ends.ts";
import { studentTQuantile } from "./student-t.ts";

/**
 * A ratio of totals over all replications (a share of all messages, minutes per message) with its jackknife interval.
 *
 * Entry i of both lists comes from replication i, e.g. messages within the promise and messages. The estimate
 * is the plain ratio of the two totals, so that it agrees with the table of counts; the jackknife over
 * replications gives its standard error, Student's t with n − 1 degrees of freedom the interval. `within` says
 * which ratios are possible: the ends are cut to it, and if it is finite, as [0, 1] for a share, they are
 * worked out on the logit scale, where a share near 1 is less skew and covers better with few replications. A
 * share (`within` = [0, 1]) that has happened, or failed to, in five replications or fewer and not in all gets
 * Clopper and Pearson's interval on an effective number of units: see `rareShareEnds`.
 * NaN when the denominators sum to 0; NaN ends with fewer than two replications or when one replication holds
 * the whole denominator. Throws RangeError on values that are not finite, negative denominators and lists of
 * different length. Miller, "The jackknife – a review" (1974).
 */
export function ratioInterval(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  confidence = 0.95,
  within: readonly [least: number, most: number] = [-Infinity, Infinity],
): Interval {
  checkConfidence(confidence);
  const { estimate, leftOut, sd } = jackknifedRatio(numerators, denominators);
  const n = leftOut.length;
  const bounded = !Number.isNaN(sd);
  const reach = bounded ? studentTQuantile((1 + confidence) / 2, n - 1) / Math.sqrt(n) : Number.NaN;
  if (bounded && within[0] === 0 && within[1] === 1) {
    const tops = Array.from(numerators);
    const bottoms = Array.from(denominators);
    if (isRare(tops, bottoms)) {
      const [low, high] = rareShareEnds(tops, bottoms, confidence);
      return interval({ estimate, low, high, n, sd, method: "effective-clopper-pearson", confidence });
    }
  }
  const [low, high] = ends(estimate, leftOut, sd, reach, within);
  return interval({ estimate, low, high, n, sd, method: "jackknife", confidence });
}

function ends(
  estimate: number,
  leftOut: readonly number[],
  sd: number,
  reach: number,
  [least, most]: readonly [least: number, most: number],
): readonly [low: number, high: number] {
  const inside = (x: number) => x > least && x < most;
  if (Number.isFinite(most - least) && inside(estimate) && leftOut.every(inside)) {
    const logit = (x: number) => log((x - least) / (most - x));
    const back = (u: number) => least + (most - least) / (1 + exp(-u));
    const half = reach * jackknifeSd(leftOut.map(logit));
    return [back(logit(estimate) - half), back(logit(estimate) + half)];
  }
  return [Math.max(estimate - reach * sd, least), Math.min(estimate + reach * sd, most)];
}
