/**
 * The verbs and what goes around them, brought at once when one is called: every file more delays every start. It must not be
 * needed for help.
 */
import { init } from "./init.ts";
import { policies } from "./policies.ts";
import { responses } from "./responses.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { validate } from "./validate.ts";

export { attempt } from "../attempt.ts";

export const verbs = { init, policies, responses, run, schema, validate };
