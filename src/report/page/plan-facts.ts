import type { PromiseTerms } from "../summary.ts";

/** What decides between ways of running a clinic; NaN: not known. */
export interface PlanFacts {
  readonly name: string;
  /** By promise, in order: the risk that a month falls short, and the share kept. */
  readonly risks: readonly Estimated[];
  readonly shares: readonly Estimated[];
  /** [money per week] */
  readonly cost: number;
  /** [min per physician and week] */
  readonly afterHours: number;
  /** [opening h] Nine of ten first replies. */
  readonly wait: number;
}

export interface Estimated {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** How a plan stands to all promises that are made. */
export type Standing = "keeps" | "perhaps" | "breaks" | "none";

/** `keeps` and `breaks` are beyond the doubt of every interval; `perhaps` is where an interval, or the lack of one, leaves it open. */
export function standingOf({ risks }: PlanFacts, promises: readonly PromiseTerms[]): Standing {
  const told = promises.flatMap(({ risk }, i) => {
    const own = risks[i];
    return own === undefined || Number.isNaN(own.estimate) ? [] : [{ risk, ...own }];
  });
  if (told.length === 0) return "none";
  if (told.some(({ risk, low }) => low > risk)) return "breaks";
  return told.every(({ risk, high }) => high <= risk) ? "keeps" : "perhaps";
}

/** Whether every risk is estimated to be within what is allowed; one that is not known is not. */
export function isWithin({ risks }: PlanFacts, promises: readonly PromiseTerms[]): boolean {
  return promises.every(({ risk }, i) => risks[i]!.estimate <= risk);
}

/**
 * Plans in the order in which they are recommended. Those that keep every promise, by their estimates, go before those that do not. Of those
 * that do, the cheaper goes first, then the one with less work after hours, then the one that risks less, keeps more and whose patients wait less.
 * Of those that do not, the one whose worst promise is least beyond its allowed risk, then the one that keeps more and the cheaper. Without
 * promises, the one whose patients wait less, then the cheaper. Where nothing differs, the one that came first.
 */
export function ranked(plans: readonly PlanFacts[], promises: readonly PromiseTerms[]): readonly PlanFacts[] {
  if (promises.length === 0) {
    return [...plans].sort((a, b) => inOrder(a.wait, b.wait) || inOrder(a.cost, b.cost));
  }
  const keeping = plans.filter((plan) => isWithin(plan, promises));
  const others = plans.filter((plan) => !isWithin(plan, promises));
  return [
    ...keeping.sort((a, b) => inOrder(a.cost, b.cost) || betterOf(a, b)),
    ...others.sort(
      (a, b) =>
        inOrder(excess(a, promises), excess(b, promises)) ||
        inOrder(-leastKept(a), -leastKept(b)) ||
        inOrder(a.cost, b.cost),
    ),
  ];
}

/** What decides between plans that keep every promise at the same cost, in order, in words; the least is best. */
const DECIDERS: readonly (readonly [what: string, of: (plan: PlanFacts) => number])[] = [
  ["the least work after hours", ({ afterHours }) => afterHours],
  ["the least risk", highestRisk],
  ["the most messages that keep the promise", (plan) => -leastKept(plan)],
  ["the shortest waits", ({ wait }) => wait],
];

function betterOf(a: PlanFacts, b: PlanFacts): number {
  return DECIDERS.reduce((order, [, of]) => order || inOrder(of(a), of(b)), 0);
}

/** By what one plan is better than the next that costs the same, in words; undefined where nothing tells them apart. */
export function decider(best: PlanFacts, next: PlanFacts): string | undefined {
  return DECIDERS.find(([, of]) => inOrder(of(best), of(next)) !== 0)?.[0];
}

/** How far the worst risk is beyond what is allowed. */
function excess({ risks }: PlanFacts, promises: readonly PromiseTerms[]): number {
  return promises.reduce((most, { risk }, i) => Math.max(most, orElse(risks[i]!.estimate - risk, 1)), 0);
}

function highestRisk({ risks }: PlanFacts): number {
  return risks.reduce((most, { estimate }) => Math.max(most, orElse(estimate, 1)), 0);
}

function leastKept({ shares }: PlanFacts): number {
  return shares.reduce((least, { estimate }) => Math.min(least, orElse(estimate, 0)), 1);
}

/** What is not known comes last. */
function inOrder(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  if (Number.isNaN(b)) return -1;
  return a === b ? 0 : a < b ? -1 : 1;
}

function orElse(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}
