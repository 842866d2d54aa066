import type { Issue } from "../../errors.ts";
import type { Clinic } from "../../model/index.ts";
import { createStream } from "../../random/index.ts";
import {
  formatPath,
  type JsonObject,
  type JsonValue,
  type Patch,
  parsePath,
  patchScenario,
  type Scenario,
  shareGroupOf,
} from "../../scenario/index.ts";
import { valueAt } from "../designs/derived.ts";
import type { UncertainInputs } from "../inputs/uncertain-inputs.ts";
import type { Offsets } from "../job.ts";

/** A draw of the inputs, as it stands in each alternative. */
export interface PreparedDraw {
  /** From 1. */
  readonly draw: number;
  /** What each input is. */
  readonly values: readonly JsonValue[];
  /** By alternative: what is run; empty where one of them is no scenario. */
  readonly runs: readonly { readonly scenario: string; readonly offsets: Offsets }[];
  /** Whether a team, of any alternative, is asked for more than its hours. */
  readonly overloaded: boolean;
  /** Why it is no scenario. */
  readonly issues: readonly Issue[];
}

export interface DrawPreparer {
  /** By alternative: inputs that are not drawn there, because it sets them itself. */
  readonly fixed: readonly (readonly string[])[];
  prepare(draw: number): Promise<PreparedDraw>;
}

/** Scenarios that are kept, so that a draw that was checked is not made again to be run; some tens of kilobytes each. */
const MOST_KEPT = 2_000;

/** What has no bearing on a run. */
const ASIDE: Patch = { alternatives: null, comparison: null, evidence: null };

/**
 * Draws of uncertain inputs: the `draw`-th is a function of the seed and its number alone, each input independent of the others and of all
 * other draws, the same in every alternative. Where an alternative has something else than the base in an input's place, it keeps that: what
 * it changes is what it is about. Shares that sum to 1 are then kept all.
 */
export function drawPreparer(
  scenarios: readonly Scenario[],
  inputs: UncertainInputs,
  seed: number,
  clockOf: (clinic: Clinic) => Promise<Offsets>,
): DrawPreparer {
  const [base] = scenarios as readonly [Scenario, ...Scenario[]];
  const lean = scenarios.map((scenario) => patchScenario(scenario, ASIDE).scenario ?? scenario);
  const places = inputs.inputs.flatMap((input) => input.places);
  const own = scenarios.map((scenario) => ownPlaces(base, scenario, places));
  const known = new Map<number, PreparedDraw>();
  return {
    fixed: own.map((set) =>
      inputs.inputs.filter((input) => input.places.some((place) => set.has(place))).map(({ path }) => path),
    ),
    prepare: async (draw) => {
      const found = known.get(draw);
      if (found !== undefined) return found;
      const stream = createStream(seed, draw, "uncertain inputs");
      const u = inputs.inputs.map(() => stream.open());
      const patch = inputs.patchAt(u);
      const values = u.map((each, i) => inputs.valueAt(i, each));
      const runs: { scenario: string; offsets: Offsets }[] = [];
      const issues: Issue[] = [];
      let overloaded = false;
      for (const [i, scenario] of lean.entries()) {
        const there = Object.entries(patch).filter(([path]) => !own[i]!.has(path));
        const drawn = patchScenario(scenario, Object.fromEntries(there));
        if (drawn.scenario === undefined) {
          issues.push(...drawn.issues.filter(({ severity }) => severity === "error"));
          continue;
        }
        const { clinic, canonicalText, warnings } = drawn.scenario;
        overloaded ||= warnings.some(({ code }) => code === "overload");
        runs.push({ scenario: canonicalText, offsets: await clockOf(clinic) });
      }
      const prepared = { draw, values, runs: issues.length === 0 ? runs : [], overloaded, issues };
      if (known.size * scenarios.length < MOST_KEPT) known.set(draw, prepared);
      return prepared;
    },
  };
}

/** The places at which a scenario has something else than the base, and all that share a sum with them. */
function ownPlaces(base: Scenario, own: Scenario, places: readonly string[]): ReadonlySet<string> {
  const set = new Set<string>();
  const at = ({ document }: Scenario, path: readonly string[]) =>
    JSON.stringify(valueAt(document as unknown as JsonObject, path));
  for (const place of places) {
    const path = parsePath(place)!;
    const group = shareGroupOf(base.document, path)?.places ?? [path];
    if (group.every((each) => at(base, each) === at(own, each))) continue;
    for (const each of group) set.add(formatPath(each));
  }
  return set;
}
