import { scenarioSchema } from "./format/scenario-schema.ts";
import { entrySchema, itemSchema, type Schema, shapeOf, standardOf } from "./format/walk.ts";
import { isObject, type JsonObject, type JsonValue, type Segment, valueAt } from "./json-value.ts";
import { parsePath } from "./path.ts";
import { leadsInto, placesOf } from "./places.ts";

/**
 * A document without those entries of its ledger whose parameter a patch has taken away; `touched` are the
 * paths it changed.
 */
export function withoutLostEvidence(
  document: JsonObject,
  touched: readonly (readonly string[])[],
): JsonObject {
  const { evidence } = document;
  if (touched.length === 0 || !isObject(evidence)) return document;
  const lost = Object.keys(evidence).filter((text) => {
    const path = parsePath(text);
    return (
      path !== undefined &&
      touched.some((change) => isUnder(path, change)) &&
      !placesOf(document, path).some((place) => exists(document, place))
    );
  });
  if (lost.length === 0) return document;
  return {
    ...document,
    evidence: Object.fromEntries(Object.entries(evidence).filter(([text]) => !lost.includes(text))),
  };
}

/** A change of a policy's `type` takes its parameters away, which stand beside it. */
function isUnder(path: readonly string[], change: readonly string[]): boolean {
  const around = change.at(-1) === "type" ? change.slice(0, -1) : change;
  return leadsInto(path, around);
}

/** Whether the format knows a place that is there, or would be if its default were written. */
function exists(document: JsonObject, path: readonly string[]): boolean {
  let schema: Schema | undefined = scenarioSchema;
  for (const [depth, segment] of path.entries()) {
    const here: JsonValue | undefined = valueAt(document, path.slice(0, depth) as Segment[]);
    if (here === undefined && standardOf(schema) === undefined) return false;
    const shape = shapeOf(schema, here);
    if (shape !== undefined) schema = Object.hasOwn(shape, segment) ? shape[segment] : undefined;
    else {
      const there = valueAt(document, path.slice(0, depth + 1) as Segment[]) !== undefined;
      schema = there ? (entrySchema(schema) ?? itemSchema(schema)) : undefined;
    }
    if (schema === undefined) return false;
  }
  return true;
}
