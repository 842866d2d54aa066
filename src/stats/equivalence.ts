import type { Interval } from "./interval.ts";

/**
 * Whether a difference is shown to be smaller than `margin` either way, by two one-sided tests at level `alpha`: both reject exactly
 * if the whole interval at confidence 1 − 2 `alpha` lies within ± `margin`, so hand in that interval (0.9 for tests at 5 %).
 *
 * False where an end is NaN. Throws RangeError unless `margin` is positive. Schuirmann, J. Pharmacokin. Biopharm. 15 (1987), 657.
 */
export function isEquivalent({ low, high }: Pick<Interval, "low" | "high">, margin: number): boolean {
  if (!(margin > 0)) throw new RangeError(`the margin must be positive, got ${margin}`);
  return low > -margin && high < margin;
}
