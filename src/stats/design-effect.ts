import { betaQuantile } from "./beta.ts";
import { checkConfidence } from "./interval.ts";
import { jackknifedRatio } from "./jackknifed-ratio.ts";

/** What was counted of a share in each replication, e.g. months that fell short and months. */
export interface CountedShare {
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
}

/** Correlation of the units of one replication that is taken for granted where too little has happened to see it. */
const ASSUMED_CORRELATION = 0.3;
/** What the assumed design effect weighs, in replications in which something happened. */
const ASSUMED_WEIGHT = 2;

/**
 * How many times as many units (months, messages) it takes as if they were independent, because those of one replication go together; at least 1.
 *
 * With a correlation ρ between m units of a replication it is 1 + (m − 1) ρ. Where nothing has happened ρ = 0.3 is assumed: where a thing happens
 * at all in a replication, it happens to about three units in ten. With every replication in which it has happened what is seen
 * (jackknife variance over binomial variance) weighs more. Several shares of the same replications, as at several settings, are taken
 * together. Kish, Survey Sampling (1965), § 5.4.
 */
export function designEffect(shares: readonly CountedShare[]): number {
  let assumed = 1;
  let seen = 0;
  let weight = 0;
  for (const { numerators, denominators } of shares) {
    const { all, eventful } = eventfulOf(numerators, denominators);
    const units = sum(denominators);
    if (all === 0) continue;
    assumed = Math.max(assumed, 1 + Math.max(0, units / all - 1) * ASSUMED_CORRELATION);
    const share = Math.min(1, sum(numerators) / units);
    const binomial = (share * (1 - share)) / units;
    const { sd } = jackknifedRatio(numerators, denominators);
    if (binomial === 0 || Number.isNaN(sd)) continue;
    weight += eventful;
    seen += eventful * ((sd * sd) / numerators.length / binomial);
  }
  return Math.max(1, (ASSUMED_WEIGHT * assumed + seen) / (ASSUMED_WEIGHT + weight));
}

/**
 * Ends of Clopper and Pearson's interval of a share of so many units over their design effect. Korn & Graubard, Survey Methodology 24 (1998),
 * 193. Throws RangeError unless 0 < confidence < 1.
 */
export function effectiveShareEnds(
  share: number,
  units: number,
  effect: number,
  confidence = 0.95,
): readonly [low: number, high: number] {
  checkConfidence(confidence);
  const effective = units / effect;
  const happened = share * effective;
  const missed = (1 - share) * effective;
  const tail = (1 - confidence) / 2;
  return [
    share === 0 ? 0 : betaQuantile(tail, happened, missed + 1),
    share === 1 ? 1 : betaQuantile(1 - tail, happened + 1, missed),
  ];
}

/** Replications with any units, and those in which the rarer of "all" and "none" did not hold. */
export function eventfulOf(numerators: readonly number[], denominators: readonly number[]) {
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

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
