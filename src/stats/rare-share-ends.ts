import { betaQuantile } from "./beta.ts";

/** Correlation of the units of one replication that is taken for granted where too little has happened to see it. */
const ASSUMED_CORRELATION = 0.3;
/** What the assumed design effect weighs, in replications in which something happened. */
const ASSUMED_WEIGHT = 2;
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
 * Ends of the interval of a rare share: Clopper and Pearson's, on the number of units over a design effect.
 *
 * Units (months, messages, minutes: what the denominators count) of one replication go together, so N of them say as much as
 * N / deff independent ones. With a correlation ρ between m units of a replication, deff = 1 + (m − 1) ρ. Where nothing has
 * happened ρ = 0.3 is assumed: where a thing happens at all in a replication, it happens to about three units in ten. With
 * every replication in which it has happened the design effect seen (jackknife variance over binomial variance, `variance` being
 * the former) weighs more; it is never below 1. README.md says what that covers. NaN unless two replications have a
 * denominator. Kish, Survey Sampling (1965), § 5.4; Korn & Graubard, Survey Methodology 24 (1998), 193.
 */
export function rareShareEnds(
  numerators: readonly number[],
  denominators: readonly number[],
  variance: number,
  confidence: number,
): readonly [low: number, high: number] {
  const { eventful, all } = eventfulOf(numerators, denominators);
  if (all < 2) return [Number.NaN, Number.NaN];
  const units = denominators.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, numerators.reduce((sum, one) => sum + one, 0) / units);
  const assumed = 1 + Math.max(0, units / all - 1) * ASSUMED_CORRELATION;
  const binomial = (share * (1 - share)) / units;
  const seen = binomial > 0 ? variance / binomial : 0;
  const weighed = (ASSUMED_WEIGHT * assumed + eventful * seen) / (ASSUMED_WEIGHT + eventful);
  const effective = units / Math.max(1, weighed);
  const happened = share * effective;
  const missed = (1 - share) * effective;
  const tail = (1 - confidence) / 2;
  return [
    share === 0 ? 0 : betaQuantile(tail, happened, missed + 1),
    share === 1 ? 1 : betaQuantile(1 - tail, happened + 1, missed),
  ];
}

/** Replications with any units, and those in which the rarer of "all" and "none" did not hold. */
function eventfulOf(numerators: readonly number[], denominators: readonly number[]) {
  let all = 0;
  let some = 0;
  let notAll = 0;
  denominators.forEach((units, i) => {
    if (units === 0) return;
    all += 1;
    if (numerators[i]! > 0) some += 1;
    if (numerators[i]! < units) notAll += 1;
  });
  return { all, eventful: Math.min(some, notAll) };
}
