import { isObject, type JsonObject, type JsonValue } from "../json-value.ts";
import { entrySchema, type Schema, saidOf, shapeOf } from "./walk.ts";

/** A document of which some parts may be missing because they were faulty. */
export type Partly<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Partly<T[K]> | undefined }
    : T;

/**
 * What is sound in a faulty value: the parsed value where the schema accepts it, else the sound parts of an
 * object or a map, else undefined. So cross-checks can speak of the rest of a file with a typing error in it.
 */
export function salvage(schema: Schema, value: JsonValue | undefined): JsonValue | undefined {
  const parsed = schema.safeParse(value, { jitless: true });
  if (parsed.success) return parsed.data as JsonValue;
  if (!isObject(value) || saidOf(schema)["x-is"] === "distribution") return undefined;
  const shape = shapeOf(schema, value);
  const entry = entrySchema(schema);
  if (shape === undefined && entry === undefined) return undefined;
  const keys = Object.keys(shape ?? value);
  const sound: Record<string, JsonValue> = {};
  for (const key of keys) {
    const part = salvage((shape?.[key] ?? entry)!, Object.hasOwn(value, key) ? value[key] : undefined);
    if (part !== undefined) sound[key] = part;
  }
  return sound as JsonObject;
}
