/**
 * The verbs and what goes around them, brought at once when one is called: every file more delays every start. It must not be
 * needed for help.
 */
import type { Verb } from "../program.ts";
import { init } from "./init.ts";
import { policies } from "./policies.ts";
import { responses } from "./responses.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { validate } from "./validate.ts";

export { attempt } from "../attempt.ts";

/** Those that few call, and that have much of their own, come by themselves. */
const compare: Verb = async (...call) => (await import("./compare.ts")).compare(...call);
const merge: Verb = async (...call) => (await import("./merge.ts")).merge(...call);
const serve: Verb = async (...call) => (await import("./serve.ts")).serve(...call);
const sweep: Verb = async (...call) => (await import("./sweep.ts")).sweep(...call);

export const verbs = { compare, init, merge, policies, responses, run, schema, serve, sweep, validate };
