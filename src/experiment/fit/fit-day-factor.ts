import { type Bounds, UNKNOWN } from "./bounds.ts";

export interface DayFactorFit {
  /** Coefficient of variation of a factor common to all patients of a date. */
  readonly cv: Bounds;
  /** Its correlation from a day to the next. */
  readonly carryOver: Bounds;
  /** Of which it was learned. */
  readonly days: number;
}

const MOST_CV = 2;
const MOST_CARRY_OVER = 0.99;
const FEWEST_DAYS = 28;

/**
 * How much more counts of days differ than chance makes them. A day's count is Poisson about `means` times a gamma factor: Pearson's statistic, which would be
 * its degrees of freedom, `days − fitted`, is made to be them by the factor's variance (Breslow 1984), and the interval holds the variances at which it is within
 * 1.96 of its deviations from them. Days with a mean of 0 are not watched. What one day carries to the next is the covariance of neighbours over that variance. An interval from 0 says that there may be none.
 */
export function fitDayFactor(counts: Float64Array, means: Float64Array, fitted: number): DayFactorFit {
  const days = means.reduce((sum, mean) => (mean > 0 ? sum + 1 : sum), 0);
  const free = days - fitted;
  if (days < FEWEST_DAYS || free < 2) return { cv: UNKNOWN, carryOver: UNKNOWN, days };
  /** Pearson's statistic less its expectation, in its deviations. Falls in the variance. */
  const excess = (variance: number) => {
    let pearson = 0;
    let spread = 0;
    for (let i = 0; i < counts.length; i += 1) {
      const mean = means[i]!;
      if (!(mean > 0)) continue;
      const v = mean + variance * mean * mean;
      pearson += ((counts[i]! - mean) * (counts[i]! - mean)) / v;
      spread += 2 + 6 * variance + 1 / v;
    }
    return { over: pearson - free, deviation: Math.sqrt(spread) };
  };
  const solve = (deviations: number) => {
    const at = (variance: number) => {
      const { over, deviation } = excess(variance);
      return over - deviations * deviation;
    };
    if (at(0) <= 0) return 0;
    let [low, high] = [0, MOST_CV * MOST_CV];
    for (let turn = 0; turn < 60; turn += 1) {
      const middle = (low + high) / 2;
      if (at(middle) > 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const variance = solve(0);
  const cv = {
    estimate: Math.sqrt(variance),
    low: Math.sqrt(solve(1.96)),
    high: Math.sqrt(solve(-1.96)),
  };
  return { cv, carryOver: carryOver(counts, means, variance), days };
}

function carryOver(counts: Float64Array, means: Float64Array, variance: number): Bounds {
  let [products, expected, spread] = [0, 0, 0];
  for (let i = 1; i < counts.length; i += 1) {
    const [a, b] = [means[i - 1]!, means[i]!];
    products += (counts[i - 1]! - a) * (counts[i]! - b);
    expected += a * b;
    spread += (a + variance * a * a) * (b + variance * b * b);
  }
  if (variance === 0) return UNKNOWN;
  const clipped = (x: number) => Math.min(MOST_CARRY_OVER, Math.max(0, x / (variance * expected)));
  const half = 1.96 * Math.sqrt(spread);
  return { estimate: clipped(products), low: clipped(products - half), high: clipped(products + half) };
}
