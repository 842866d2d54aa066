import { designEffect, effectiveShareEnds, eventfulOf } from "./design-effect.ts";

/** Up to so many replications in which something happened are few. */
const FEW = 5;

/**
 * Whether a share has happened, or failed to happen, in so few of the replications that their spread says little: in no more
 * than five, and not in all of them.
 */
export function isRare(numerators: readonly number[], denominators: readonly number[]): boolean {
  const { eventful, all } = eventfulOf(numerators, denominators);
  return eventful <= FEW && eventful < all;
}

/**
 * Ends of the interval of a rare share: Clopper and Pearson's, on the number of units over a design effect; README.md says what that
 * covers. NaN unless two replications have a denominator.
 */
export function rareShareEnds(
  numerators: readonly number[],
  denominators: readonly number[],
  confidence: number,
): readonly [low: number, high: number] {
  if (eventfulOf(numerators, denominators).all < 2) return [Number.NaN, Number.NaN];
  const units = denominators.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, numerators.reduce((sum, one) => sum + one, 0) / units);
  return effectiveShareEnds(share, units, designEffect([{ numerators, denominators }]), confidence);
}
