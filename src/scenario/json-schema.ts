import * as z from "zod/mini";
import { scenarioSchema } from "./format/scenario-schema.ts";

/**
 * The JSON Schema (draft 7) of a scenario file, for editors; made from the very schema that the parser checks
 * with.
 */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioSchema, { io: "input", target: "draft-7" });
}
