/**
 * The verbs and what goes around them, brought at once when one is called: every file more delays every start. It must not be
 * needed for help.
 */
import { compare } from "./compare.ts";
import { init } from "./init.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { validate } from "./validate.ts";

export { attempt } from "../attempt.ts";

export const verbs = { compare, init, run, schema, validate };
