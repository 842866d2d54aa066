import { createDistribution, exp, log, normalCdf, normalQuantile } from "../../random/index.ts";

/** How plausibility is spread over a range, as the ledger names it. */
export type PlausibilityShape = "uniform" | "triangular" | "lognormal" | "normal";

export interface PlausibleRange {
  readonly low: number;
  readonly high: number;
  /** What the scenario has; a value beyond the range counts as its nearer end. */
  readonly written: number;
  readonly shape: PlausibilityShape;
}

/** Standard deviations from one end to the other of a range that holds 95 % of a normal distribution. */
const WIDTH = 2 * 1.959963984540054;

/**
 * The quantiles of what a number may plausibly be: never decreasing, `low` at 0, `high` at 1. Uniform: every value alike. Triangular: most
 * likely what is written. Normal: most likely what is written, with a standard deviation by which the range is as wide as 95 % of it, and cut
 * off at the range's ends. Lognormal: the same of the logarithm; low and what is written must be above 0. low < high.
 */
export function plausibleQuantile({ low, high, written, shape }: PlausibleRange): (u: number) => number {
  const mode = Math.min(high, Math.max(low, written));
  switch (shape) {
    case "uniform":
      return createDistribution({ type: "uniform", min: low, max: high }).quantile;
    case "triangular":
      return createDistribution({ type: "triangular", min: low, mode, max: high }).quantile;
    case "normal":
      return cutNormal(low, mode, high);
    case "lognormal": {
      const quantile = cutNormal(log(low), log(mode), log(high));
      return (u) => within(low, exp(quantile(u)), high, u);
    }
  }
}

function cutNormal(low: number, mean: number, high: number): (u: number) => number {
  const sd = (high - low) / WIDTH;
  const from = normalCdf((low - mean) / sd);
  const to = normalCdf((high - mean) / sd);
  return (u) => within(low, mean + sd * normalQuantile(from + u * (to - from)), high, u);
}

/** The ends exactly, whatever rounding does. */
function within(low: number, value: number, high: number, u: number): number {
  if (u <= 0) return low;
  return u >= 1 ? high : Math.min(high, Math.max(low, value));
}
