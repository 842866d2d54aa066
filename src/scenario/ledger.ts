import { type LedgerDocument, type ScenarioDocument, scenarioSchema } from "./format/scenario-schema.ts";
import { entrySchema, isNumber, itemSchema, type Schema, saidOf, shapeOf } from "./format/walk.ts";
import { isObject, type JsonValue } from "./json-value.ts";
import { formatPath, parsePath } from "./path.ts";

/** What stands behind the parameter at `path`, or behind everything under it. */
export type LedgerEntry = LedgerDocument & { readonly path: string; readonly segments: readonly string[] };

/** The evidence ledger as a list, in order of paths. */
export function ledgerOf(document: ScenarioDocument): readonly LedgerEntry[] {
  return Object.entries(document.evidence).map(([written, entry]) => {
    const segments = parsePath(written) ?? [written];
    return { path: formatPath(segments), segments, ...entry };
  });
}

/** What a clinic decides or a run is asked for, not what it estimates. */
const NOT_ESTIMATED = new Set(["formatVersion", "calendar", "run", "alternatives", "comparison", "evidence"]);

/**
 * Paths of the numbers that nobody vouches for: those without an entry of the ledger on their path or on one
 * around it. A distribution counts as one number, and so does a list of weights.
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
  const is = saidOf(schema)["x-is"] as string;
  if (isNumber(schema) || is === "distribution" || AMOUNTS.has(is)) return [path];
  const item = itemSchema(schema);
  if (item !== undefined) return isNumber(item) ? [path] : [];
  if (!isObject(value)) return [];
  const shape = shapeOf(schema, value);
  return Object.entries(value).flatMap(([key, inner]) => {
    const next = shape?.[key] ?? entrySchema(schema);
    return next === undefined ? [] : numbersIn(next, inner, [...path, key]);
  });
}
