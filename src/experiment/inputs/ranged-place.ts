import type { Amount } from "../../scenario/index.ts";
import { type PlausibilityShape, plausibleQuantile } from "./plausibility.ts";
import { rounded } from "./uncertain-input.ts";

/** A number of a scenario with its range, in the unit that it has there. */
export interface Ranged {
  readonly path: readonly string[];
  readonly amount: Amount;
  readonly low: number;
  readonly high: number;
  /** What it may plausibly be, from `low` at 0 to `high` at 1. */
  readonly quantile: (u: number) => number;
}

export interface WrittenRange {
  readonly low: number | string;
  readonly high: number | string;
  readonly shape: PlausibilityShape;
}

/**
 * The range at a place. What must be whole is drawn from a range wider by half a step at both ends and rounded, so that the ends are not less
 * likely than they should be.
 */
export function rangedPlace(
  path: readonly string[],
  amount: Amount,
  { low: from, high: to, shape }: WrittenRange,
): Ranged | { readonly fault: string; readonly hint: string } {
  const [low, high] = [amount.read(from), amount.read(to)];
  if (low === undefined || high === undefined || low > high) {
    const fault = `${JSON.stringify(from)} to ${JSON.stringify(to)} is no range of ${JSON.stringify(amount.amount)} ${amount.unit}`;
    return { fault: fault.trimEnd(), hint: "write the lower end first, in the same unit" };
  }
  if (shape === "lognormal" && low <= 0) {
    const fault = `a lognormal range cannot begin at ${low}`;
    return { fault, hint: "begin it above 0, or take another shape" };
  }
  if (low === high) return { path, amount, low, high, quantile: () => low };
  const { step } = amount;
  if (step === undefined) {
    const quantile = plausibleQuantile({ low, high, written: amount.amount, shape });
    return { path, amount, low, high, quantile: (u) => Math.min(high, Math.max(low, rounded(quantile(u)))) };
  }
  const [least, most] = [Math.ceil(low / step), Math.floor(high / step)];
  if (most < least) {
    const fault = `there is no whole multiple of ${step} between ${low} and ${high}`;
    return { fault, hint: "widen the range" };
  }
  const wide = { low: least - 0.5, high: most + 0.5, written: amount.amount / step, shape };
  const quantile = most > least ? plausibleQuantile(wide) : () => least;
  return {
    path,
    amount,
    low: least * step,
    high: most * step,
    quantile: (u) => step * Math.min(most, Math.max(least, Math.round(quantile(u)))),
  };
}
