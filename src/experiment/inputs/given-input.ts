import {
  type Amount,
  amountAt,
  formatPath,
  type JsonObject,
  type JsonValue,
  parsePath,
  placesOf,
  type Scenario,
} from "../../scenario/index.ts";
import { valueAt } from "../designs/derived.ts";
import { designFault } from "../designs/design-fault.ts";
import { type Factor, levelValue } from "../designs/factor.ts";
import { membersOf, movedInput } from "./ledger-inputs.ts";
import { type Ranged, rangedPlace } from "./ranged-place.ts";
import { type MovedInput, starredPath } from "./uncertain-input.ts";

/**
 * The inputs of a factor: a span is a range in which every value is alike, on a distribution of its mean; a list is a choice, in which every
 * value is as likely as any other. Several, where its places are shares of one sum. Throws InputError where the scenario has no such number.
 */
export function givenInputs({ document }: Pick<Scenario, "document">, factor: Factor): readonly MovedInput[] {
  const root = document as unknown as JsonObject;
  const where = `--factor ${factor.path}`;
  const segments = parsePath(factor.path) ?? [factor.path];
  const path = starredPath(segments);
  const places = placesOf(root, segments);
  if (places.length === 0) {
    throw designFault(
      "unknown-path",
      where,
      "it leads nowhere in this scenario",
      "a * stands for every name that is there",
    );
  }
  if ("levels" in factor) return [choiceOf(root, { ...factor, path }, factor.levels, places)];
  const [low, high] = factor.span.map((end) => levelValue(factor, end)) as [number | string, number | string];
  const found = places.map((place): Ranged => {
    const amount = amountOf(document, place, where);
    const ranged = rangedPlace(place, amount, { low, high, shape: "uniform" });
    if ("fault" in ranged) throw designFault("bad-range", where, ranged.fault, ranged.hint);
    return ranged;
  });
  return [...membersOf(document, path, found)].map(([own, members]) =>
    movedInput(own, "given", "uniform", members),
  );
}

function amountOf(document: Scenario["document"], place: readonly string[], where: string): Amount {
  const amount = amountAt(document, place);
  if (amount !== undefined) return amount;
  const hint = "list its values with commas, as in path=a,b";
  throw designFault("bad-range", where, `${formatPath(place)} has no one number, so it has no span`, hint);
}

function choiceOf(
  root: JsonObject,
  factor: Factor,
  levels: readonly JsonValue[],
  places: readonly (readonly string[])[],
): MovedInput {
  const values = levels.map((level) => levelValue(factor, level));
  const current = places.map((place) => JSON.stringify(valueAt(root, place)));
  const written = values.findIndex((value) => current.every((text) => text === JSON.stringify(value)));
  return {
    input: {
      path: factor.path,
      grade: "given",
      places: places.map(formatPath),
      range: { kind: "choice", values, ...(written < 0 ? {} : { written }) },
    },
    movers: places.map((path) => ({ path, values })),
  };
}
