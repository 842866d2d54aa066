import { parsePath } from "../../scenario/index.ts";
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

/** Of other work: who does it, and when; how much there is nobody chooses. */
const ARRANGED = new Set(["team", "interrupts", "order"]);

/**
 * Whether a path of a scenario says what nobody at the clinic chooses: what patients and topics are, how much other work there is, how people fall ill and how fast they are. What is
 * arranged is chosen, among it policies of a specialty's own, its visits, and which role may close a topic.
 */
function isCircumstance(path: string): boolean {
  const [part, name, ...within] = parsePath(path) ?? [path];
  switch (part) {
    case "run":
      return true;
    case "calendar":
      return ["portalOutages", "holidays", "timeZone"].includes(name ?? "");
    case "specialties":
      if (within[0] === "otherWork") return !ARRANGED.has(within[2] ?? "");
      return !["policies", "visits"].includes(within[0] ?? "") && !within.includes("lowestRole");
    case "staff": {
      const [key, under] = within[0] === "people" ? within.slice(2) : within;
      return key === "speed" || key === "reRead" || (key === "absence" && under === "sick");
    }
    default:
      return false;
  }
}

/**
 * Which factors are circumstances. All of them where choices were not each tried under the same circumstances, as in random designs: one could not tell
 * then whether a choice or its luck made the difference.
 */
export function givenOf(points: readonly SweepPoint[], paths: readonly string[]): readonly boolean[] {
  const given = paths.map(isCircumstance);
  const under = new Map<string, Set<string>>();
  const levelsOf = ({ levels }: SweepPoint, are: boolean) =>
    JSON.stringify(levels.filter((_, i) => given[i] === are));
  for (const point of points) {
    const choice = levelsOf(point, false);
    under.set(choice, (under.get(choice) ?? new Set()).add(levelsOf(point, true)));
  }
  const sets = [...under.values()];
  const most = new Set(sets.flatMap((set) => [...set]));
  return sets.every(({ size }) => size === most.size) ? given : given.map(() => true);
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
