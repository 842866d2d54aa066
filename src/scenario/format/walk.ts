import * as z from "zod/mini";
import { isObject, type JsonValue, type Segment } from "../json-value.ts";

/** Any part of the format. */
export type Schema = z.ZodMiniType;

/** The schema itself, without what says that it may be left out. */
function unwrapped(schema: Schema): Schema {
  let here = schema;
  for (;;) {
    if (
      here instanceof z.ZodMiniOptional ||
      here instanceof z.ZodMiniDefault ||
      here instanceof z.ZodMiniPrefault
    ) {
      here = here.def.innerType as Schema;
    } else if (here instanceof z.ZodMiniLazy) {
      here = here.def.getter() as Schema;
    } else {
      return here;
    }
  }
}

/** What is said of a schema, on it and on what it wraps; the outermost counts. */
export function saidOf(schema: Schema): Readonly<Record<string, unknown>> {
  return { ...z.globalRegistry.get(unwrapped(schema)), ...z.globalRegistry.get(schema) };
}

type Shape = Readonly<Record<string, Schema>>;

/**
 * The keys an object may have; undefined for anything that is not an object of known keys. `value` tells
 * which of several kinds it is.
 */
export function shapeOf(schema: Schema, value: JsonValue | undefined): Shape | undefined {
  const plain = unwrapped(schema);
  if (plain instanceof z.ZodMiniObject) return plain.shape as Shape;
  if (plain instanceof z.ZodMiniDiscriminatedUnion) {
    const key = (plain.def as z.core.$ZodDiscriminatedUnionDef).discriminator;
    const kind = isObject(value) ? value[key] : undefined;
    const options = (plain.def.options as z.ZodMiniObject[]).map((option) => option.shape as Shape);
    const isKind = (shape: Shape) =>
      (shape[key] as z.ZodMiniLiteral).def.values.some((known) => known === kind);
    return options.find(isKind) ?? Object.assign({}, ...options);
  }
  return undefined;
}

/** Whether the keys of an object depend on one of them. */
export function hasKinds(schema: Schema): boolean {
  return unwrapped(schema) instanceof z.ZodMiniDiscriminatedUnion;
}

/** Of an object whose keys depend on its kind: the kinds that have a key. */
export function kindsWith(schema: Schema, key: string): readonly string[] {
  const plain = unwrapped(schema);
  if (!(plain instanceof z.ZodMiniDiscriminatedUnion)) return [];
  const { discriminator } = plain.def as z.core.$ZodDiscriminatedUnionDef;
  const shapes = (plain.def.options as z.ZodMiniObject[]).map((option) => option.shape as Shape);
  const having = shapes.filter((shape) => Object.hasOwn(shape, key));
  return having.flatMap((shape) => (shape[discriminator] as z.ZodMiniLiteral).def.values.map(String));
}

/** What holds where nothing is written, before its own defaults are filled in; undefined where nothing does. */
export function standardOf(schema: Schema): JsonValue | undefined {
  if (schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniPrefault) {
    return schema.def.defaultValue as JsonValue;
  }
  return undefined;
}

/** Whether it is a number. */
export function isNumber(schema: Schema): boolean {
  return unwrapped(schema) instanceof z.ZodMiniNumber;
}

/** Of what a number must be a whole multiple, of a time in minutes; undefined where it need not be. */
export function stepOf(schema: Schema): number | undefined {
  if (unwrapped(schema) instanceof z.ZodMiniNumberFormat) return 1;
  return saidOf(schema)["x-step"] as number | undefined;
}

/** The schema of whatever a map may hold under any name; undefined if it is not a map. */
export function entrySchema(schema: Schema): Schema | undefined {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodMiniRecord ? (plain.def.valueType as Schema) : undefined;
}

/** The schema of a list's items; undefined if it is not a list. */
export function itemSchema(schema: Schema): Schema | undefined {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodMiniArray ? (plain.def.element as Schema) : undefined;
}

/** The schema one step further; undefined where the format has no such place. */
function stepInto(schema: Schema, value: JsonValue | undefined, segment: Segment): Schema | undefined {
  const shape = shapeOf(schema, value);
  if (shape !== undefined) return Object.hasOwn(shape, segment) ? shape[segment] : undefined;
  return entrySchema(schema) ?? itemSchema(schema);
}

/** The schema at a path; undefined where the format has no such place. */
export function schemaAt(
  root: Schema,
  value: JsonValue | undefined,
  path: readonly Segment[],
): Schema | undefined {
  let schema: Schema | undefined = root;
  let here = value;
  for (const segment of path) {
    if (schema === undefined) return undefined;
    schema = stepInto(schema, here, segment);
    here = isObject(here) || Array.isArray(here) ? (here as Record<Segment, JsonValue>)[segment] : undefined;
  }
  return schema;
}
