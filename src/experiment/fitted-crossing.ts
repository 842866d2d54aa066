import { exp, log, log1p } from "../random/index.ts";
import { type BootstrapOptions, bootstrapInterval, type CountedShare } from "../stats/index.ts";

/** What was counted at one volume, of the same worlds at each. */
export interface CountedVolume {
  /** By how much more than now, as a share; 0 or more. */
  readonly growth: number;
  /** By promise: months that fall short, and months, of each world. */
  readonly months: readonly CountedShare[];
}

/** Months that would fall short at the allowed risk: below so many, a line through them says nothing. */
const LEAST_EXPECTED = 3;
/** Months, half of them short, that are added to all volumes together, so that there is a line where none or all fall short. */
const PRIOR = 1;
const RESAMPLES = 400;
const STEPS = 40;

/**
 * The interval of the growth at which the first risk goes above what is allowed: a logistic line through each promise's short months against
 * the logarithm of volume (up to the first volume at which most fall short: further ones say nothing of where it begins), drawn anew for worlds
 * drawn with replacement, each with all its volumes. `allowed`: by promise. Infinity: beyond the largest volume. Undefined where there are too
 * few worlds, months or volumes. Davison & Hinkley, Bootstrap Methods and their Application (1997), § 7.2.
 */
export function fittedCrossing(
  volumes: readonly CountedVolume[],
  allowed: readonly number[],
  stream: BootstrapOptions["stream"],
): { readonly low: number; readonly high: number } | undefined {
  const worlds = volumes[0]?.months[0]?.denominators.length ?? 0;
  const isTold = allowed.every((risk, i) =>
    volumes.every(({ months }) => total(months[i]!.denominators) * risk >= LEAST_EXPECTED),
  );
  if (worlds < 2 || volumes.length < 2 || !isTold) return undefined;
  const most = volumes.at(-1)!.growth;
  const first = (weights: Int32Array) =>
    Math.min(
      ...allowed.map((risk, i) => {
        const growth = crossingOf(
          volumes.map((each) => ({
            at: log1p(each.growth),
            short: total(each.months[i]!.numerators, weights),
            months: total(each.months[i]!.denominators, weights),
          })),
          risk,
        );
        return growth > most ? Infinity : growth;
      }),
    );
  const range = [0, Infinity] as const;
  const { low, high } = bootstrapInterval(worlds, first, { stream, resamples: RESAMPLES, range });
  const beyond = (growth: number) => (growth > most ? Infinity : growth);
  return { low: beyond(low), high: beyond(high) };
}

interface Point {
  /** Logarithm of the volume over the present one. */
  readonly at: number;
  readonly short: number;
  readonly months: number;
}

/** Where the line through the points is at `risk`, as a growth. */
function crossingOf(points: readonly Point[], risk: number): number {
  const mostly = points.findIndex(({ short, months }) => short > months / 2);
  const used = mostly === -1 ? points : points.slice(0, Math.max(mostly + 1, 2));
  const [intercept, slope] = logisticLine(used);
  const level = log(risk / (1 - risk));
  if (slope <= 0) return intercept > level ? 0 : Infinity;
  return Math.max(0, exp((level - intercept) / slope) - 1);
}

/** Intercept and slope of most likelihood, by Newton's method with steps of limited length. */
function logisticLine(points: readonly Point[]): readonly [intercept: number, slope: number] {
  const share = PRIOR / points.length;
  let [intercept, slope] = [-2, 5];
  for (let step = 0; step < STEPS; step++) {
    let [up, upAt, curve, curveAt, curveAtAt] = [0, 0, 0, 0, 0];
    for (const { at, short, months } of points) {
      const all = months + share;
      const risk = 1 / (1 + exp(-(intercept + slope * at)));
      const excess = short + share / 2 - all * risk;
      const weight = all * risk * (1 - risk) + 1e-9;
      up += excess;
      upAt += excess * at;
      curve += weight;
      curveAt += weight * at;
      curveAtAt += weight * at * at;
    }
    const determinant = curve * curveAtAt - curveAt * curveAt;
    const moves = [
      (curveAtAt * up - curveAt * upAt) / determinant,
      (curve * upAt - curveAt * up) / determinant,
    ] as const;
    const part = Math.min(1, 3 / Math.max(Math.abs(moves[0]), Math.abs(moves[1]) / 3));
    intercept += part * moves[0];
    slope += part * moves[1];
    if (Math.abs(moves[0]) + Math.abs(moves[1]) < 1e-8) break;
  }
  return [intercept, slope];
}

function total(counts: readonly number[], weights?: Int32Array): number {
  return counts.reduce((sum, count, world) => sum + (weights?.[world] ?? 1) * count, 0);
}
