import {
  badManifest,
  listIn,
  numberIn,
  objectIn,
  type ReadManifest,
  textIn,
  untilOf,
  wholeIn,
} from "../node/index.ts";
import type { StudyDesign, StudyExperiment } from "../report/index.ts";
import type { JsonObject, JsonValue } from "../scenario/index.ts";

/** What a manifest says of a study. */
export interface ToldStudy {
  readonly seed: number;
  readonly scenario: JsonObject;
  /** With it first; absent where no scenarios are compared. */
  readonly alternatives?: readonly JsonObject[];
  readonly experiment: StudyExperiment;
}

const MOST = Number.MAX_SAFE_INTEGER;
const MOST_NAMES = 10_000;

/** What a manifest, which may come from anywhere, says of a study. Throws InputError where it says nothing that clinicsim writes. */
export function toldStudy({ format, manifest }: ReadManifest): ToldStudy {
  switch (format) {
    case "clinicsim/sweep/1":
      return pointsOf(manifest);
    case "clinicsim/discovery/1":
      return discoveryOf(manifest);
    case "clinicsim/uncertainty/1":
      return uncertaintyOf(manifest);
    case "clinicsim/staff/1":
      return staffingOf(manifest);
    case "clinicsim/manifest/1":
      return worldsOf(manifest);
    default:
      throw badManifest("format", `a report of results of the kind "${format}" is not known here`);
  }
}

/** Of a run, a comparison, or a battery of stresses. */
function worldsOf(manifest: JsonObject): ToldStudy {
  if (manifest.design !== undefined) throw badManifest("design");
  const { seed, first, count } = objectIn(manifest.seedPlan, "seedPlan");
  const worlds = {
    first: wholeIn(first, "seedPlan.first", 1, MOST),
    count: wholeIn(count, "seedPlan.count", 1, MOST),
  };
  const own = { seed: seedIn(seed, "seedPlan.seed") };
  if ("stresses" in manifest) {
    const { scenario } = objectIn(manifest.base, "base");
    const names = listIn(manifest.stresses, "stresses", MOST_NAMES).map((each) =>
      textIn(objectIn(each, "stresses").name, "stresses"),
    );
    return {
      ...own,
      scenario: objectIn(scenario, "base.scenario"),
      experiment: { kind: "stress", ...worlds, names },
    };
  }
  if ("alternatives" in manifest) {
    return { ...own, ...comparedOf(manifest), experiment: { kind: "comparison", ...worlds } };
  }
  const { until } = manifest;
  return {
    ...own,
    scenario: objectIn(manifest.scenario, "scenario"),
    experiment: { kind: "run", ...worlds, ...(until === undefined ? {} : { until: untilOf(until) }) },
  };
}

function comparedOf(manifest: JsonObject) {
  const alternatives = listIn(manifest.alternatives, "alternatives", MOST_NAMES).map((each) =>
    objectIn(each, "alternatives"),
  );
  return { alternatives, scenario: objectIn(alternatives[0]?.scenario, "alternatives") };
}

/** Of a sweep, or a sensitivity analysis, which moves inputs. */
function pointsOf(manifest: JsonObject): ToldStudy {
  const design = objectIn(manifest.design, "design");
  const { scenario, seed, replications } = sweptOf(manifest);
  const told = { count: replications, design: designOf(design) };
  return {
    seed,
    scenario,
    experiment:
      design.inputs === undefined
        ? { kind: "sweep", ...told }
        : { kind: "sensitivity", ...told, sets: wholeIn(design.sets, "design.sets", 1, MOST) },
  };
}

function discoveryOf(manifest: JsonObject): ToldStudy {
  const sweep = objectIn(manifest.sweep, "sweep");
  const { scenario, seed, replications } = sweptOf(sweep);
  const there = listIn(sweep.there, "sweep.there", MOST).reduce((sum: number, run) => {
    const [from, to] = listIn(run, "sweep.there", 2);
    return sum + numberIn(to, "sweep.there") - numberIn(from, "sweep.there") + 1;
  }, 0);
  return {
    seed,
    scenario,
    experiment: {
      kind: "discovery",
      fails: textIn(manifest.fails, "fails"),
      there,
      count: replications,
      design: designOf(objectIn(sweep.design, "sweep.design")),
    },
  };
}

function sweptOf(told: JsonObject) {
  const scenario = objectIn(told.scenario, "scenario");
  const { seed, replications } = objectIn(scenario.run, "scenario.run");
  return {
    scenario,
    seed: seedIn(seed, "scenario.run.seed"),
    replications: wholeIn(replications, "scenario.run.replications", 1, MOST),
  };
}

function designOf({ type, points, columns }: JsonObject): StudyDesign {
  return {
    method: textIn(type, "design.type"),
    points: wholeIn(points, "design.points", 1, MOST),
    columns: listIn(columns, "design.columns", MOST_NAMES).map((column) =>
      textIn(objectIn(column, "design.columns").path, "design.columns"),
    ),
  };
}

function uncertaintyOf(manifest: JsonObject): ToldStudy {
  const { draws, inner } = objectIn(manifest.design, "design");
  const { seed } = objectIn(manifest.seedPlan, "seedPlan");
  const { alternatives, scenario } = comparedOf(manifest);
  return {
    seed: seedIn(seed, "seedPlan.seed"),
    scenario,
    ...(alternatives.length > 1 ? { alternatives } : {}),
    experiment: {
      kind: "uncertainty",
      draws: wholeIn(draws, "design.draws", 1, MOST),
      inner: wholeIn(inner, "design.inner", 1, MOST),
      inputs: listIn(manifest.inputs, "inputs", MOST_NAMES).map((input) =>
        textIn(objectIn(input, "inputs").path, "inputs"),
      ),
    },
  };
}

function staffingOf(manifest: JsonObject): ToldStudy {
  const { seed, search, explanation } = objectIn(manifest.seedPlan, "seedPlan");
  const { atMost } = objectIn(search, "seedPlan.search");
  const { count } = objectIn(explanation, "seedPlan.explanation");
  return {
    seed: seedIn(seed, "seedPlan.seed"),
    scenario: objectIn(manifest.scenario, "scenario"),
    experiment: {
      kind: "staffing",
      atMost: wholeIn(atMost, "seedPlan.search.atMost", 1, MOST),
      worlds: wholeIn(count, "seedPlan.explanation.count", 1, MOST),
    },
  };
}

function seedIn(value: JsonValue | undefined, where: string): number {
  return wholeIn(value, where, 0, MOST);
}
