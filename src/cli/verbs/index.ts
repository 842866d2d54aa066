/**
 * The verbs and what goes around them, brought at once when one is called: every file more delays every start. It must not be
 * needed for help.
 */
export { attempt } from "../attempt.ts";
export { init } from "./init.ts";
export { run } from "./run.ts";
export { schema } from "./schema.ts";
export { validate } from "./validate.ts";
