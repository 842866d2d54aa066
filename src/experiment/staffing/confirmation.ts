import { normalQuantile } from "../../random/index.ts";
import { type Interval, ratioInterval, Tally } from "../../stats/index.ts";
import { type Observation, ratioOf, termsOf } from "./observation.ts";
import { chanceOf, type Standard, surplus } from "./standard.ts";

/** How a plan's standards came out in fresh worlds. */
export interface Confirmation {
  readonly plan: number;
  readonly replications: number;
  /** Whether more replications would have been wanted than were allowed: a good plan may then fail. */
  readonly isCapped: boolean;
  /** Of each standard by itself: that it is confirmed though it is missed. */
  readonly error: number;
  readonly passed: boolean;
  /** By standard: the estimate and the end of its interval that counts, one-sided at `error`. */
  readonly standards: readonly {
    readonly estimate: number;
    readonly end: number;
    readonly passed: boolean;
  }[];
}

const FEWEST = 20;
/** Times as many worlds as a normal law asks for, where what is counted is rare and comes together. */
const SKEW = 1.5;

/**
 * Fresh replications that a plan needs to be confirmed: enough for one that is as good as it looked, and enough for one that is just surely
 * good, at the most `atMost`. It goes by what is known from other worlds, so that it does not bear on what the fresh ones will say.
 */
export function confirmationSize(
  standards: readonly Standard[],
  known: readonly Observation[],
  { error, lost, atMost }: { readonly error: number; readonly lost: number; readonly atMost: number },
): {
  readonly size: number /** More would have been wanted. */;
  readonly isCapped: boolean;
} {
  const quantiles = normalQuantile(1 - error) + normalQuantile(1 - lost);
  let size = FEWEST;
  for (const standard of standards) {
    const { measure, bound, tolerance, isShare } = standard;
    const own = new Tally();
    const units = new Tally();
    for (const each of known) {
      const value = surplus(standard, each, bound);
      if (Number.isFinite(value)) own.add(value);
      units.add(each[2 * measure + 1]!);
    }
    if (!(units.mean > 0)) continue;
    const variance = Math.max(own.variance, units.mean * chanceOf(standard));
    // A margin that is not overrated: what is surely known of it, or the tolerance.
    const margin = Math.max(
      tolerance * units.mean,
      own.mean - normalQuantile(0.975) * Math.sqrt(variance / known.length),
    );
    const needed = (quantiles * quantiles * variance) / (margin * margin);
    if (Number.isFinite(needed)) size = Math.max(size, Math.ceil((isShare ? SKEW : 1) * needed));
    if (isShare) size = Math.max(size, fewestIfFlawless(standard, Math.round(units.mean), error, atMost + 1));
  }
  return { size: Math.min(size, atMost), isCapped: size > atMost };
}

/** Replications after which a share that never failed would pass. */
function fewestIfFlawless(standard: Standard, units: number, error: number, atMost: number): number {
  for (let n = FEWEST; n < atMost; n = Math.ceil(n * 1.1)) {
    const whole = new Float64Array(n).fill(units);
    const tops = standard.direction === "at least" ? whole : new Float64Array(n);
    if (isBetter(standard, endOf(standard, ratioInterval(tops, whole, 1 - 2 * error, [0, 1])))) return n;
  }
  return atMost;
}

/** Holds a plan's fresh replications against every standard, each by itself: all must pass (an intersection-union test). */
export function confirm(
  plan: number,
  standards: readonly Standard[],
  ranges: readonly (readonly [number, number])[],
  fresh: readonly Observation[],
  { error, isCapped }: Pick<Confirmation, "error" | "isCapped">,
): Confirmation {
  const found = standards.map((standard, i) => {
    const { numerators, denominators } = termsOf(fresh, standard.measure);
    const estimate = ratioOf(fresh, standard.measure);
    if (Number.isNaN(estimate)) return { estimate, end: estimate, passed: true };
    if (!numerators.every(Number.isFinite)) return { estimate, end: estimate, passed: false };
    const interval = ratioInterval(numerators, denominators, 1 - 2 * error, ranges[i]!);
    const end = endOf(standard, interval);
    return { estimate, end, passed: isBetter(standard, end) };
  });
  return {
    plan,
    replications: fresh.length,
    isCapped,
    error,
    passed: found.every(({ passed }) => passed),
    standards: found,
  };
}

function endOf({ direction }: Standard, { low, high }: Interval): number {
  return direction === "at least" ? low : high;
}

function isBetter({ direction, bound }: Standard, value: number): boolean {
  return direction === "at least" ? value >= bound : value <= bound;
}
