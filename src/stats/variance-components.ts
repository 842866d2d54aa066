import { Tally } from "./tally.ts";

/** What the units of one group say of it: what they estimate, and the variance of one of them. */
export interface Group {
  readonly estimate: number;
  /** Variance of a single unit within the group; the group's estimate has that over `units`. NaN where it is not known. */
  readonly variance: number;
  /** ≥ 2 */
  readonly units: number;
}

/** The variance of the groups' own values, told from the noise with which each of them is known. */
export interface VarianceComponents {
  readonly groups: number;
  /** Of the groups, each counting once. */
  readonly mean: number;
  /** Sample variance of the groups' estimates. */
  readonly spread: number;
  /** Variance of the groups' own values; 0 where the noise explains all of what they differ by. */
  readonly between: number;
  /** Standard error of that. */
  readonly betweenError: number;
  /** Variance of one unit within its group, in the mean. */
  readonly within: number;
  /** Variance of a group's estimate for being of so few units, in the mean. */
  readonly noise: number;
}

/**
 * One-way random effects by the method of moments: the groups' estimates vary by `between` + `noise`. Of equal groups of a normal response it
 * is the analysis of variance; unequal groups and unequal variances do not bias it. NaN with fewer than two groups. Throws RangeError on
 * a group of fewer than two units, or a number that is not finite. Searle, Casella & McCulloch, Variance Components (1992), § 3.6.
 */
export function varianceComponents(groups: readonly Group[]): VarianceComponents {
  const estimates = new Tally();
  const within = new Tally();
  const noise = new Tally();
  let noiseError = 0;
  for (const { estimate, variance, units } of groups) {
    if (!(units >= 2 && variance >= 0 && Number.isFinite(variance) && Number.isFinite(estimate))) {
      throw new RangeError(
        `a group needs two units and finite numbers, got ${units}, ${estimate}, ${variance}`,
      );
    }
    const own = variance / units;
    estimates.add(estimate);
    within.add(variance);
    noise.add(own);
    noiseError += (2 * own * own) / (units - 1);
  }
  const n = groups.length;
  const spread = n < 2 ? Number.NaN : estimates.variance;
  return {
    groups: n,
    mean: estimates.mean,
    spread,
    between: Math.max(0, spread - noise.mean),
    betweenError: Math.sqrt((2 * spread * spread) / (n - 1) + noiseError / (n * n)),
    within: within.mean,
    noise: noise.mean,
  };
}
