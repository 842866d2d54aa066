import { checkConfidence } from "./interval.ts";
import { interpolate } from "./quantile.ts";
import { studentTQuantile } from "./student-t.ts";
import { type Group, varianceComponents } from "./variance-components.ts";

/** What a two-level experiment says of a response: groups are draws of what is not known, units the runs of each. */
export interface NestedInterval {
  /** Mean over the groups. */
  readonly estimate: number;
  /** Ends of the interval for the own value of a group nobody has seen: not knowing which, and noise. NaN with too few groups to tell. */
  readonly low: number;
  readonly high: number;
  /** Ends that noise alone would leave, were all groups alike: those of as many runs at inputs that are known. */
  readonly chance: Ends;
  /** Ends of the interval for the mean over all that the groups may be. */
  readonly expected: Ends;
  /** Standard deviation of the groups' own values, and of one unit within its group; NaN where they are not finite. */
  readonly sdBetween: number;
  readonly sdWithin: number;
  /** Share of the interval's variance for which the groups' differences stand, 0 … 1; NaN where nothing varies or it is not finite. */
  readonly share: number;
  /** The same with the groups' variance one standard error larger, as the interval takes it; far from `share` where noise hides what groups do. */
  readonly shareHigh: number;
  /** Groups behind it. */
  readonly n: number;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * Intervals of a two-level experiment of independent groups with independent units. The groups' estimates are drawn in towards their mean until they vary
 * as their own values do, not as these with the noise of few units; of these the quantiles by (n + 1) p, which a further one keeps to with that
 * probability, and the noise of the mean in squares beside that. The variance of the own values is taken one standard error too large, because
 * where noise hides it, what it was estimated as would too often be too little. `within` says which values are possible. README.md has how often
 * it covers. Where an estimate or a variance is not finite the estimates are taken as they are. Throws as `varianceComponents`.
 */
export function nestedInterval(
  groups: readonly Group[],
  confidence = 0.95,
  [least, most]: readonly [least: number, most: number] = [-Infinity, Infinity],
): NestedInterval {
  checkConfidence(confidence);
  const n = groups.length;
  const cut = (low: number, high: number): Ends => ({
    low: Math.max(low, least),
    high: Math.min(high, most),
  });
  const tail = (1 - confidence) / 2;
  if (groups.some(({ estimate, variance }) => !Number.isFinite(estimate + variance))) {
    return asTheyAre(groups, tail, cut);
  }
  const { mean, spread, between, betweenError, within, noise } = varianceComponents(groups);
  const far = n < 2 ? Number.NaN : studentTQuantile(1 - tail, n - 1);
  const chance = far * Math.sqrt(noise / n);
  const scale = spread > 0 ? Math.sqrt(Math.min(1, (between + betweenError) / spread)) : 0;
  const own = groups.map(({ estimate }) => mean + scale * (estimate - mean)).sort((a, b) => a - b);
  const below = mean - furtherQuantile(own, tail);
  const above = furtherQuantile(own, 1 - tail) - mean;
  const expected = far * Math.sqrt(spread / n);
  return {
    estimate: mean,
    ...cut(
      mean - Math.sqrt(below * below + chance * chance),
      mean + Math.sqrt(above * above + chance * chance),
    ),
    chance: cut(mean - chance, mean + chance),
    expected: cut(mean - expected, mean + expected),
    sdBetween: Math.sqrt(between),
    sdWithin: Math.sqrt(within),
    share: between / (between + noise / n),
    shareHigh: (between + betweenError) / (between + betweenError + noise / n),
    n,
  };
}

/** The p-quantile at rank (n + 1) p of ascending values, which a further value of the kind is below with probability p; NaN beyond their ends. */
function furtherQuantile(ascending: readonly number[], p: number): number {
  const rank = (ascending.length + 1) * p;
  const below = Math.floor(rank + 1e-9);
  if (below < 1 || rank > ascending.length + 1e-9) return Number.NaN;
  const low = ascending[below - 1]!;
  const share = Math.max(0, rank - below);
  return share === 0 ? low : interpolate(low, ascending[below]!, share);
}

/** Without a correction for noise: too wide rather than too narrow. */
function asTheyAre(
  groups: readonly Group[],
  tail: number,
  cut: (low: number, high: number) => Ends,
): NestedInterval {
  const own = groups.map(({ estimate }) => estimate).sort((a, b) => a - b);
  const unknown = { low: Number.NaN, high: Number.NaN };
  return {
    estimate: own.reduce((sum, each) => sum + each, 0) / own.length,
    ...cut(furtherQuantile(own, tail), furtherQuantile(own, 1 - tail)),
    chance: unknown,
    expected: unknown,
    sdBetween: Number.NaN,
    sdWithin: Number.NaN,
    share: Number.NaN,
    shareHigh: Number.NaN,
    n: groups.length,
  };
}
