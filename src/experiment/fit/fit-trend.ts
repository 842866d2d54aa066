import { exp, log } from "../../random/index.ts";
import { DAYS_PER_YEAR } from "../../units.ts";
import type { Bounds } from "./bounds.ts";

/** A stretch of weeks in which the volume stood still. */
interface Level {
  /** Week, from 0, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Over the level of the last stretch. */
  readonly factor: Bounds;
}

export interface TrendFit {
  /** Growth a year, 0.1 for 10 %, were it steady over the whole time: where the volume changed in steps, what is left beside these. */
  readonly growth: Bounds;
  /** Stretches, one if nothing changed. */
  readonly levels: readonly Level[];
  /** What the penalised likelihood prefers. */
  readonly shape: "steady" | "growth" | "changes";
  /** Variance of weekly counts over their mean, at least 1. */
  readonly dispersion: number;
  readonly weeks: number;
}

const FEWEST_WEEKS = 4;
const DAYS_PER_WEEK = 7;
/** Of a change: its place, its size, and that it was looked for everywhere. After Zhang & Siegmund (2007). */
const PRICE_OF_CHANGE = 3;
const MOST_CHANGES = 40;

/**
 * How the volume went: steady, growing by the same percentage a year, or at levels that changed from one week to another. `counts` are threads that
 * began in a week, `exposures` what a steady volume would have had in it, in any unit (a week with a holiday has less). The likelihood is Poisson's with the
 * dispersion of differences between neighbouring weeks; a rate costs log n, a change three times as much (n weeks). Levels by optimal partitioning (Jackson et al. 2005).
 */
export function fitTrend(counts: Float64Array, exposures: Float64Array): TrendFit {
  const weeks = counts.length;
  const dispersion = dispersionOf(counts, exposures);
  const price = log(Math.max(2, weeks));
  const steady = cost(counts, exposures, 0, weeks) / dispersion;
  const alone = fitGrowth(counts, exposures, [0]);
  const growing = alone.cost / dispersion + price;
  const bounds = partition(counts, exposures, PRICE_OF_CHANGE * price * dispersion);
  const changing =
    bounds.reduce((sum, from, i) => sum + cost(counts, exposures, from, bounds[i + 1] ?? weeks), 0) /
      dispersion +
    PRICE_OF_CHANGE * price * (bounds.length - 1);
  const least = Math.min(steady, growing, changing);
  const shape = least === steady ? "steady" : least === growing ? "growth" : "changes";
  const growth = shape === "changes" ? fitGrowth(counts, exposures, bounds) : alone;
  const half = 1.96 * Math.sqrt(dispersion * growth.variance);
  const perYear = DAYS_PER_YEAR / DAYS_PER_WEEK;
  const rate = (slope: number) => exp(slope * perYear) - 1;
  return {
    growth: { estimate: rate(growth.slope), low: rate(growth.slope - half), high: rate(growth.slope + half) },
    levels: levelsOf(counts, exposures, bounds, dispersion),
    shape,
    dispersion,
    weeks,
  };
}

/** Minus twice the log-likelihood of one level over weeks, but for what all models have alike. */
function cost(counts: Float64Array, exposures: Float64Array, from: number, to: number): number {
  let [n, e] = [0, 0];
  for (let i = from; i < to; i += 1) {
    n += counts[i]!;
    e += exposures[i]!;
  }
  return n === 0 ? 0 : -2 * (n * log(n / e) - n);
}

/** Half the mean square of differences between neighbours, each in units of its Poisson deviation: no level or slow growth gets into it. */
function dispersionOf(counts: Float64Array, exposures: Float64Array): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 1; i < counts.length; i += 1) {
    const [a, b] = [exposures[i - 1]!, exposures[i]!];
    const rate = (counts[i - 1]! + counts[i]!) / (a + b);
    if (!(rate > 0 && a > 0 && b > 0)) continue;
    const difference = counts[i]! / b - counts[i - 1]! / a;
    sum += (difference * difference) / (rate * (1 / a + 1 / b));
    pairs += 1;
  }
  return pairs === 0 ? 1 : Math.max(1, sum / pairs);
}

/** Log-linear growth a week, each stretch that begins in one of the weeks `from` at a level of its own, by Newton's method. */
function fitGrowth(counts: Float64Array, exposures: Float64Array, from: readonly number[]) {
  const weeks = counts.length;
  let slope = 0;
  let variance = Number.NaN;
  for (let turn = 0; turn < 50; turn += 1) {
    let [information, score] = [0, 0];
    from.forEach((first, k) => {
      const last = from[k + 1] ?? weeks;
      let [n, s0, s1, s2, sum] = [0, 0, 0, 0, 0];
      for (let i = first; i < last; i += 1) {
        const x = i + 0.5 - weeks / 2;
        const mean = exposures[i]! * exp(slope * x);
        n += counts[i]!;
        s0 += mean;
        s1 += mean * x;
        s2 += mean * x * x;
        sum += counts[i]! * x;
      }
      if (!(s0 > 0)) return;
      information += (n / s0) * (s2 - (s1 * s1) / s0);
      score += sum - (n / s0) * s1;
    });
    if (!(information > 0)) break;
    variance = 1 / information;
    const step = score / information;
    slope += Math.max(-0.1, Math.min(0.1, step));
    if (Math.abs(step) < 1e-10) break;
  }
  return { slope, variance, cost: growthCost(counts, exposures, from, slope) };
}

/** Minus twice the log-likelihood at that growth, but for what all models have alike. */
function growthCost(
  counts: Float64Array,
  exposures: Float64Array,
  from: readonly number[],
  slope: number,
): number {
  const grown = exposures.map((e, i) => e * exp(slope * (i + 0.5 - counts.length / 2)));
  const levels = from.reduce(
    (sum, first, k) => sum + cost(counts, grown, first, from[k + 1] ?? counts.length),
    0,
  );
  return levels - 2 * slope * counts.reduce((sum, n, i) => sum + n * (i + 0.5 - counts.length / 2), 0);
}

/** First weeks of the stretches that cost least together, at `price` for each but the first. */
function partition(counts: Float64Array, exposures: Float64Array, price: number): readonly number[] {
  const weeks = counts.length;
  const n = new Float64Array(weeks + 1);
  const e = new Float64Array(weeks + 1);
  for (let i = 0; i < weeks; i += 1) {
    n[i + 1] = n[i]! + counts[i]!;
    e[i + 1] = e[i]! + exposures[i]!;
  }
  const stretch = (from: number, to: number) => {
    const [count, exposure] = [n[to]! - n[from]!, e[to]! - e[from]!];
    return count === 0 || exposure <= 0 ? 0 : -2 * (count * log(count / exposure) - count);
  };
  const best = new Float64Array(weeks + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(weeks + 1);
  best[0] = -price;
  for (let to = Math.min(FEWEST_WEEKS, weeks); to <= weeks; to += 1) {
    for (let from = 0; from <= to - Math.min(FEWEST_WEEKS, weeks); from += 1) {
      const total = best[from]! + price + stretch(from, to);
      if (total < best[to]!) {
        best[to] = total;
        before[to] = from;
      }
    }
  }
  const bounds: number[] = [];
  for (let at = weeks; at > 0; at = before[at]!) bounds.unshift(before[at]!);
  return bounds.length === 0 || bounds.length > MOST_CHANGES ? [0] : bounds;
}

function levelsOf(
  counts: Float64Array,
  exposures: Float64Array,
  bounds: readonly number[],
  dispersion: number,
): readonly Level[] {
  const stretches = bounds.map((from, i) => {
    const to = bounds[i + 1] ?? counts.length;
    const n = counts.subarray(from, to).reduce((sum, x) => sum + x, 0);
    const e = exposures.subarray(from, to).reduce((sum, x) => sum + x, 0);
    return { from, to, n, e };
  });
  const last = stretches.at(-1)!;
  return stretches.map(({ from, to, n, e }) => {
    const estimate = n / e / (last.n / last.e);
    const half = from === last.from ? 0 : 1.96 * Math.sqrt(dispersion * (1 / n + 1 / last.n));
    return { from, to, factor: { estimate, low: estimate * exp(-half), high: estimate * exp(half) } };
  });
}
