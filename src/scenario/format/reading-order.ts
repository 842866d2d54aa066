import { byCodeUnit } from "../canonical.ts";
import { isObject, type JsonObject, type JsonValue } from "../json-value.ts";
import { type ScenarioDocument, scenarioSchema } from "./scenario-schema.ts";
import { entrySchema, itemSchema, type Schema, shapeOf } from "./walk.ts";

/**
 * The document with its keys in the order in which the format lists them, and named things by name: one
 * order, whatever the file's.
 */
export function inReadingOrder(document: ScenarioDocument): ScenarioDocument {
  return ordered(scenarioSchema, document as unknown as JsonValue) as unknown as ScenarioDocument;
}

function ordered(schema: Schema | undefined, value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const item = schema === undefined ? undefined : itemSchema(schema);
    return (value as readonly JsonValue[]).map((inner) => ordered(item, inner));
  }
  if (!isObject(value)) return value;
  const shape = schema === undefined ? undefined : shapeOf(schema, value);
  const entry = schema === undefined ? undefined : entrySchema(schema);
  const keys = shape === undefined ? Object.keys(value).sort(byCodeUnit) : Object.keys(shape);
  const present = keys.filter((key) => Object.hasOwn(value, key) && value[key] !== undefined);
  return Object.fromEntries(
    present.map((key) => [key, ordered(shape?.[key] ?? entry, value[key]!)]),
  ) as JsonObject;
}
