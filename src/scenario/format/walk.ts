import * as z from "zod";
import { isObject, type JsonValue, type Segment } from "../json-value.ts";

/** The schema itself, without what says that it may be left out. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  let here = schema;
  for (;;) {
    if (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodPrefault) {
      here = here.unwrap() as z.ZodType;
    } else if (here instanceof z.ZodLazy) {
      here = here.unwrap() as z.ZodType;
    } else {
      return here;
    }
  }
}

/** The keys an object may have; undefined for anything that is not an object of known keys. `value` tells which of several kinds it is. */
export function shapeOf(
  schema: z.ZodType,
  value: JsonValue | undefined,
): Readonly<Record<string, z.ZodType>> | undefined {
  const plain = unwrapped(schema);
  if (plain instanceof z.ZodObject) return plain.shape as Record<string, z.ZodType>;
  if (plain instanceof z.ZodDiscriminatedUnion) {
    const key = plain.def.discriminator;
    const kind = isObject(value) ? value[key] : undefined;
    const options = (plain.options as z.ZodType[]).map(
      (option) => (option as z.ZodObject).shape as Record<string, z.ZodType>,
    );
    const literal = (shape: Record<string, z.ZodType>) => (shape[key] as z.ZodLiteral).value;
    return options.find((shape) => literal(shape) === kind) ?? Object.assign({}, ...options);
  }
  return undefined;
}

/** The schema of whatever a map may hold under any name; undefined if it is not a map. */
export function entrySchema(schema: z.ZodType): z.ZodType | undefined {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodRecord ? (plain.valueType as z.ZodType) : undefined;
}

/** The schema of a list's items; undefined if it is not a list. */
export function itemSchema(schema: z.ZodType): z.ZodType | undefined {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodArray ? (plain.element as z.ZodType) : undefined;
}

/** The schema one step further; undefined where the format has no such place. */
function stepInto(schema: z.ZodType, value: JsonValue | undefined, segment: Segment): z.ZodType | undefined {
  const shape = shapeOf(schema, value);
  if (shape !== undefined) return Object.hasOwn(shape, segment) ? shape[segment] : undefined;
  return entrySchema(schema) ?? itemSchema(schema);
}

/** The schema at a path; undefined where the format has no such place. */
export function schemaAt(
  root: z.ZodType,
  value: JsonValue | undefined,
  path: readonly Segment[],
): z.ZodType | undefined {
  let schema: z.ZodType | undefined = root;
  let here = value;
  for (const segment of path) {
    if (schema === undefined) return undefined;
    schema = stepInto(schema, here, segment);
    here = isObject(here) || Array.isArray(here) ? (here as Record<Segment, JsonValue>)[segment] : undefined;
  }
  return schema;
}
