import type {
  Alternative,
  ComparisonPlan,
  Offsets,
  Plan,
  SelectionTerms,
  StressPlan,
  Until,
} from "../experiment/index.ts";
import type { Difference, JsonObject, JsonValue } from "../scenario/index.ts";
import { badManifest, booleanIn, listIn, numberIn, objectIn, textIn, wholeIn } from "./manifest-values.ts";

const MOST_REPLICATIONS = 1_000_000;
const MOST_RESPONSES = 10_000;
const MOST_ALTERNATIVES = 1_000;
const MOST_LOOKS = 100;
/** Clock changes of 10,000 years. */
const MOST_CHANGES = 20_000;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** The plan of a run by its manifest. Throws InputError where it is none. */
export function runPlanOf(manifest: JsonObject): Plan {
  const { engine, keep, until } = manifest;
  const { seed, replications } = seedPlanOf(manifest);
  return {
    engine: textIn(engine, "engine"),
    scenario: JSON.stringify(objectIn(manifest.scenario, "scenario")),
    offsets: offsetsOf(manifest.offsets, "offsets"),
    seed,
    keep: textIn(keep, "keep", /^(responses|full)$/) as Plan["keep"],
    ...(until === undefined
      ? { replications }
      : { replications: upTo(untilOf(until).atMost), until: untilOf(until) }),
  };
}

/** The plan of a comparison by its manifest. Throws InputError where it is none. */
export function comparisonPlanOf(manifest: JsonObject): ComparisonPlan {
  const { engine, selection } = manifest;
  const { seed, replications } = seedPlanOf(manifest);
  return {
    engine: textIn(engine, "engine"),
    seed,
    replications,
    ...comparedOf(manifest),
    ...(selection === undefined ? {} : { selection: selectionOf(selection) }),
  };
}

/** What a manifest says is compared, and by what. Throws InputError where it says none. */
export function comparedOf(
  manifest: JsonObject,
): Pick<ComparisonPlan, "alternatives" | "primary" | "smallestDifferences"> {
  const sizes = Object.entries(objectIn(manifest.smallestDifferences, "smallestDifferences"));
  return {
    alternatives: listIn(manifest.alternatives, "alternatives", MOST_ALTERNATIVES).map((each) =>
      alternativeOf(each),
    ),
    primary: listIn(manifest.primary, "primary", MOST_RESPONSES).map((name) => textIn(name, "primary")),
    smallestDifferences: Object.fromEntries(sizes.map(([name, size]) => [name, differenceOf(size)])),
  };
}

/** The plan of a battery of stresses by its manifest. Throws InputError where it is none. */
export function stressPlanOf(manifest: JsonObject): StressPlan {
  const { seed, replications } = seedPlanOf(manifest);
  const looks = manifest.looks === undefined ? undefined : looksIn(manifest.looks);
  return {
    engine: textIn(manifest.engine, "engine"),
    seed,
    ...(looks === undefined ? { replications } : { replications: upTo(looks.at(-1)!), looks }),
    base: alternativeOf(manifest.base, "base"),
    stresses: listIn(manifest.stresses, "stresses", MOST_ALTERNATIVES).map((each) => {
      const { doc, from, to } = objectIn(each, "stresses");
      const { name, ...rest } = alternativeOf(each, "stresses");
      return {
        name,
        doc: textIn(doc, "stresses.doc"),
        from: textIn(from, "stresses.from", DATE),
        to: textIn(to, "stresses.to", DATE),
        ...rest,
      };
    }),
    leftOut: listIn(manifest.leftOut, "leftOut", MOST_ALTERNATIVES).map((each) => {
      const { name, why } = objectIn(each, "leftOut");
      return { name: textIn(name, "leftOut.name"), why: textIn(why, "leftOut.why") };
    }),
    recoverWithin: numberIn(manifest.recoverWithin, "recoverWithin"),
  };
}

function looksIn(value: JsonValue): readonly number[] {
  const looks = listIn(value, "looks", MOST_LOOKS).map((look) =>
    wholeIn(look, "looks", 1, MOST_REPLICATIONS),
  );
  if (looks.length > 0 && looks.every((look, i) => i === 0 || look > looks[i - 1]!)) return looks;
  throw badManifest("looks");
}

/** The local clock that a manifest tells. Throws InputError where it is none. */
export function offsetsOf(value: JsonValue | undefined, where: string): Offsets {
  const { atStart, changes } = objectIn(value, where);
  return {
    atStart: numberIn(atStart, `${where}.atStart`),
    changes: listIn(changes, `${where}.changes`, MOST_CHANGES).map((change) => {
      const { at, jump } = objectIn(change, `${where}.changes`);
      return { at: numberIn(at, `${where}.changes`), jump: numberIn(jump, `${where}.changes`) };
    }),
  };
}

function seedPlanOf(manifest: JsonObject): Pick<Plan, "seed" | "replications"> {
  const { seed, first, last, count } = objectIn(manifest.seedPlan, "seedPlan");
  const begin = wholeIn(first, "seedPlan.first", 1, MOST_REPLICATIONS);
  const end = wholeIn(last, "seedPlan.last", begin, MOST_REPLICATIONS);
  wholeIn(count, "seedPlan.count", end - begin + 1, end - begin + 1);
  return {
    seed: wholeIn(seed, "seedPlan.seed", 0, Number.MAX_SAFE_INTEGER),
    replications: Array.from({ length: end - begin + 1 }, (_, i) => begin + i),
  };
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

/** The precision that a manifest tells. Throws InputError where it is none. */
export function untilOf(value: JsonValue): Until {
  const { precisions, atLeast, atMost, lookAhead } = objectIn(value, "until");
  return {
    precisions: listIn(precisions, "until.precisions", MOST_RESPONSES).map((precision) => {
      const { response, halfWidth, relative } = objectIn(precision, "until.precisions");
      return {
        response: textIn(response, "until.precisions"),
        halfWidth: numberIn(halfWidth, "until.precisions"),
        relative: booleanIn(relative, "until.precisions"),
      };
    }),
    atLeast: wholeIn(atLeast, "until.atLeast", 2, MOST_REPLICATIONS),
    atMost: wholeIn(atMost, "until.atMost", 2, MOST_REPLICATIONS),
    lookAhead: wholeIn(lookAhead, "until.lookAhead", 0, MOST_REPLICATIONS),
  };
}

function alternativeOf(value: JsonValue | undefined, where = "alternatives"): Alternative {
  const { name, scenario, offsets } = objectIn(value, where);
  return {
    name: textIn(name, where),
    scenario: JSON.stringify(objectIn(scenario, where)),
    offsets: offsetsOf(offsets, `${where}.offsets`),
  };
}

function differenceOf(value: JsonValue): Difference {
  const { amount, relative } = objectIn(value, "smallestDifferences");
  return {
    amount: numberIn(amount, "smallestDifferences"),
    relative: booleanIn(relative, "smallestDifferences"),
  };
}

function selectionOf(value: JsonValue): SelectionTerms {
  const { response, indifference, probability, atMost } = objectIn(value, "selection");
  return {
    response: textIn(response, "selection.response"),
    indifference: numberIn(indifference, "selection.indifference"),
    probability: numberIn(probability, "selection.probability"),
    atMost: wholeIn(atMost, "selection.atMost", 1, MOST_REPLICATIONS),
  };
}
