import { entriesOf, type SoundDocument } from "./checks/check.ts";
import type { Partly } from "./format/salvage.ts";
import { type LedgerDocument, type ScenarioDocument, scenarioSchema } from "./format/scenario-schema.ts";
import { entrySchema, isNumber, itemSchema, type Schema, saidOf, shapeOf } from "./format/walk.ts";
import { isObject, type JsonValue, valueAt } from "./json-value.ts";
import { formatPath, parsePath } from "./path.ts";
import { placesOf, starsIn } from "./places.ts";

/** What stands behind the parameter at `path`, or behind everything under it. */
export type LedgerEntry = LedgerDocument & { readonly path: string; readonly segments: readonly string[] };

/** The evidence ledger as a list, in order of paths, a `*` written out: an entry for every place that is there. */
export function ledgerOf(document: ScenarioDocument): readonly LedgerEntry[] {
  return vouchedPlaces(document).flatMap(({ entry, places }) =>
    places.map((segments) => ({ path: formatPath(segments), segments, ...(entry as LedgerDocument) })),
  );
}

/**
 * By entry, the places it stands for. A place that several lead to is that of the one with the fewest `*`, the
 * first of equals; one without any is there even where the document has nothing.
 */
export function vouchedPlaces(document: SoundDocument): readonly VouchedPlaces[] {
  const written = entriesOf(document.evidence).map(([text, entry]) => {
    const path = parsePath(text) ?? [text];
    const stars = starsIn(path);
    const value = document as unknown as JsonValue;
    const places =
      stars === 0 ? [path] : placesOf(value, path).filter((place) => valueAt(value, place) !== undefined);
    return { text, entry, stars, places };
  });
  const owners = new Map<string, (typeof written)[number]>();
  for (const each of [...written].sort((a, b) => a.stars - b.stars)) {
    for (const place of each.places) {
      const path = formatPath(place);
      if (!owners.has(path)) owners.set(path, each);
    }
  }
  return written.map((each) => ({
    ...each,
    places: each.places.filter((place) => owners.get(formatPath(place)) === each),
  }));
}

interface VouchedPlaces {
  readonly text: string;
  readonly entry: Partly<LedgerDocument>;
  readonly places: readonly (readonly string[])[];
}

/** What a clinic decides or a run is asked for, not what it estimates. */
const NOT_ESTIMATED = new Set([
  "formatVersion",
  "calendar",
  "run",
  "alternatives",
  "comparison",
  "stresses",
  "staffing",
  "fitted",
  "validation",
  "evidence",
]);

/**
 * Paths of the numbers that nobody vouches for: those without an entry of the ledger on their path or on one
 * around it. A distribution counts as one number, and so does a list of weights; a number that changes nothing
 * counts as none.
 */
export function ledgerGaps({
  document,
  ledger,
}: {
  readonly document: ScenarioDocument;
  readonly ledger: readonly LedgerEntry[];
}): readonly string[] {
  const entries = new Set(ledger.map(({ path }) => path));
  const vouched = (path: readonly string[]) =>
    path.some((_, depth) => entries.has(formatPath(path.slice(0, depth + 1))));
  return Object.entries(document)
    .filter(([key]) => !NOT_ESTIMATED.has(key))
    .flatMap(([key, value]) =>
      numbersIn(scenarioSchema.shape[key as keyof ScenarioDocument] as Schema, value as JsonValue, [key]),
    )
    .filter((path) => !vouched(path))
    .map(formatPath);
}

/** Kinds of text that are numbers with a unit. */
const AMOUNTS = new Set([
  "duration",
  "volume",
  "volume of work",
  "number of events",
  "rate of flares",
  "number of business days",
  "rate of growth",
  "number of weeks per year",
  "number of days per year",
  "amount of money",
  "time to reply within",
]);

function numbersIn(
  schema: Schema,
  value: JsonValue,
  path: readonly string[],
): readonly (readonly string[])[] {
  const { "x-is": is, "x-neutral": neutral } = saidOf(schema);
  if (neutral !== undefined && value === neutral) return [];
  if (typeof value === "string" && !/\d/.test(value)) return [];
  if (isNumber(schema) || is === "distribution" || AMOUNTS.has(is as string)) return [path];
  const item = itemSchema(schema);
  if (item !== undefined) {
    if (isNumber(item)) return [path];
    const items = value as readonly JsonValue[];
    return items.flatMap((inner, index) =>
      shapeOf(item, inner) === undefined ? [] : numbersIn(item, inner, [...path, String(index)]),
    );
  }
  if (!isObject(value)) return [];
  const shape = shapeOf(schema, value);
  return Object.entries(value).flatMap(([key, inner]) => {
    const next = shape?.[key] ?? entrySchema(schema);
    return next === undefined ? [] : numbersIn(next, inner, [...path, key]);
  });
}
