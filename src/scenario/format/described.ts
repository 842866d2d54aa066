import * as z from "zod/mini";

/** The schema itself, with what the JSON Schema, the documentation and messages say of it. */
export function described<T extends z.ZodMiniType>(
  schema: T,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
): T {
  z.globalRegistry.add(schema, { description, ...more });
  return schema;
}

/** A copy of a schema that is used in several places, described for this one. */
export function hereAs<T extends z.ZodMiniType>(schema: T, description: string): T {
  return described(schema.clone(undefined, { parent: true }) as T, description);
}
