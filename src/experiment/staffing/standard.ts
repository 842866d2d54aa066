/**
 * A measure that is held to a standard: the ratio of its totals has to be at least, or at most, `bound`. Between the bound and the bound
 * made stricter by `tolerance` either verdict is right.
 */
export interface Standard {
  /** Place among the measures of an observation. */
  readonly measure: number;
  readonly direction: "at least" | "at most";
  readonly bound: number;
  /** Above 0. */
  readonly tolerance: number;
  /** Whether it is a share of units that each count or do not: its spread is then never taken for less than chance alone gives. */
  readonly isShare: boolean;
}

/** Halfway between the bound and where a plan is surely good. */
export function centreOf({ direction, bound, tolerance }: Standard): number {
  return bound + (direction === "at least" ? tolerance / 2 : -tolerance / 2);
}

/** Variance of a unit that counts or does not, at the bound or at the middle of the zone, whichever is more; 0 of what is no share. */
export function chanceOf(standard: Standard): number {
  if (!standard.isShare) return 0;
  const { bound } = standard;
  const centre = Math.min(1, Math.max(0, centreOf(standard)));
  return Math.max(bound * (1 - bound), centre * (1 - centre), 0);
}

/** By how much a replication's totals are better than the ratio `at`; its mean over replications is 0 just where the ratio is `at`. */
export function surplus(
  { measure, direction }: Standard,
  observation: ArrayLike<number>,
  at: number,
): number {
  const [top, bottom] = [observation[2 * measure]!, observation[2 * measure + 1]!];
  if (bottom === 0) return 0;
  return direction === "at least" ? top - at * bottom : at * bottom - top;
}
