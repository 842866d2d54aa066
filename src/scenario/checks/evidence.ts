import { createDistribution } from "../../random/index.ts";
import { didYouMean } from "../did-you-mean.ts";
import { scenarioSchema } from "../format/scenario-schema.ts";
import { schemaAt } from "../format/walk.ts";
import { errorAt, type PlacedIssue, warningAt } from "../issue-list.ts";
import { isObject, type JsonObject, type JsonValue, quoted, valueAt } from "../json-value.ts";
import { vouchedPlaces } from "../ledger.ts";
import { formatPath, parsePath } from "../path.ts";
import { placesOf, starsIn } from "../places.ts";
import { amountsOf } from "../quantities/amounts.ts";
import { distributionSpec, TIME_DISTRIBUTIONS } from "../quantities/distribution.ts";
import type { Check } from "./check.ts";

/** Entries of the ledger lead to something in the scenario, and values lie within their ranges. */
export const checkEvidence: Check = (document) =>
  vouchedPlaces(document).flatMap(({ text, entry, places }) => {
    const here = ["evidence", text];
    const value = document as unknown as JsonValue;
    const path = parsePath(text);
    const found =
      path !== undefined &&
      placesOf(value, path).some((place) => valueAt(value, place) !== undefined || isFaulty(value, place));
    if (!found) {
      const message = `${quoted(text)} leads nowhere in this scenario`;
      return [errorAt(here, { code: "unknown-path", message, hint: hintFor(value, path) }, true)];
    }
    const { range } = entry as { readonly range?: readonly [number | string, number | string] };
    if (range === undefined) return [];
    return places.flatMap((place) => checkRange(here, range, valueAt(value, place)));
  });

/**
 * Whether nothing is at `path` only because what the file has there is faulty, or a key that may be left out
 * is.
 */
function isFaulty(document: JsonValue, path: readonly string[]): boolean {
  return (
    valueAt(document, path.slice(0, -1)) !== undefined &&
    schemaAt(scenarioSchema, document, path) !== undefined
  );
}

function hintFor(document: JsonValue, path: readonly string[] | undefined): string {
  if (path === undefined)
    return "write keys with dots between them, and keys with dots in them in double quotes";
  if (starsIn(path) > 0) return "a * stands for every name that is there";
  const depth = path.findIndex((_, i) => valueAt(document, path.slice(0, i + 1)) === undefined);
  const around = valueAt(document, path.slice(0, depth));
  const where = depth === 0 ? "the scenario" : formatPath(path.slice(0, depth));
  return `in ${where}: ${didYouMean(path[depth]!, isObject(around) ? Object.keys(around) : [])}`;
}

function checkRange(
  here: readonly string[],
  range: readonly [number | string, number | string],
  value: JsonValue | undefined,
): readonly PlacedIssue[] {
  const current = currentOf(value);
  const amounts = amountsOf([range[0], range[1], ...(current === undefined ? [] : [current])], current);
  const at = [...here, "range"];
  if (value !== undefined && current === undefined) {
    const message = `${quoted(here[1])} is not one number, so it has no range`;
    return [errorAt(at, { code: "bad-range", message, hint: "give the numbers in it entries of their own" })];
  }
  if (amounts === undefined) {
    const message = `${quoted(range[0])} and ${quoted(range[1])} are not in the unit of ${quoted(current)}`;
    return [errorAt(at, { code: "bad-range", message, hint: "write numbers, or the same unit" })];
  }
  const [low, high, now] = amounts as [number, number, number | undefined];
  if (low > high) {
    const message = `the range begins at ${quoted(range[0])}, above its end ${quoted(range[1])}`;
    return [errorAt(at, { code: "wrong-order", message, hint: "lowest first" })];
  }
  if (now === undefined || (now >= low && now <= high)) return [];
  const message = `the scenario's ${quoted(current)} lies outside its range, ${quoted(range[0])} to ${quoted(range[1])}`;
  return [warningAt(at, { code: "outside-range", message })];
}

/**
 * A number, a text with a number in it, the mean of a distribution; undefined for anything without one value.
 */
function currentOf(value: JsonValue | undefined): number | string | undefined {
  if (typeof value === "number" || typeof value === "string") return value;
  const kind = isObject(value) ? Object.keys(value) : [];
  if (kind.length !== 1 || !TIME_DISTRIBUTIONS.some(({ type }) => type === kind[0])) return undefined;
  return `${createDistribution(distributionSpec(value as JsonObject)).mean} min`;
}
