import { type Measure, pointText } from "../figures/sweep-figures.ts";
import type { PromiseTerms } from "../summary.ts";
import { AFTER_HOURS, COST, WAIT } from "./choice.ts";
import type { PlanFacts } from "./plan-facts.ts";

/** A row of `points.csv`. */
export interface SweepPoint {
  readonly point: number;
  readonly levels: readonly (string | number)[];
  /** By response: the mean of the point's replications; NaN: none. */
  readonly values: ReadonlyMap<string, number>;
}

/** One choice of what a clinic can choose, under all circumstances that were tried with it. */
export interface SweepWay {
  readonly points: readonly SweepPoint[];
  /** Where it does worst by the first promise, or else in the wait. */
  readonly worst: SweepPoint;
  /** The worst of each over its points. */
  readonly facts: PlanFacts;
}

/** Whether a path of a scenario says what comes to the clinic, which nobody there chooses. */
export function isCircumstance(path: string): boolean {
  return /(^|\.)demand(\.|$)/.test(path);
}

/** A place in a scenario as words: `nurse.count` is the nurse count. */
export function inWords(name: string): string {
  return name
    .replace(/["']/g, "")
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[._-]+/g, " ")
    .trim();
}

/** Points by what is chosen in them; `given` says which factors are circumstances. */
export function waysOf(
  points: readonly SweepPoint[],
  factors: readonly Measure[],
  given: readonly boolean[],
  promises: readonly PromiseTerms[],
): readonly SweepWay[] {
  const chosen = factors.filter((_, i) => given[i] === false);
  const byName = new Map<string, SweepPoint[]>();
  for (const point of points) {
    const levels = point.levels.filter((_, i) => given[i] === false);
    const name = chosen.length === 0 ? "the clinic as it is" : pointText(levels, chosen);
    byName.set(name, [...(byName.get(name) ?? []), point]);
  }
  return [...byName].map(([name, own]) => wayOf(name, own, promises));
}

function wayOf(name: string, points: readonly SweepPoint[], promises: readonly PromiseTerms[]): SweepWay {
  const all = (response: string) => points.map(({ values }) => values.get(response) ?? Number.NaN);
  const most = (response: string) => all(response).reduce((a, b) => Math.max(a, b), -Infinity);
  const least = (response: string) => all(response).reduce((a, b) => Math.min(a, b), Infinity);
  const alone = (estimate: number) => ({ estimate, low: Number.NaN, high: Number.NaN });
  const [promise] = promises;
  const measure = promise === undefined ? WAIT : `${promise.response}_month_risk`;
  const values = all(measure);
  return {
    points,
    worst: points[Math.max(0, values.indexOf(most(measure)))]!,
    facts: {
      name,
      risks: promises.map(({ response }) => alone(most(`${response}_month_risk`))),
      shares: promises.map(({ response }) => alone(least(`${response}_share`))),
      cost: most(COST),
      afterHours: most(AFTER_HOURS),
      wait: most(WAIT),
    },
  };
}
