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
export { shownArgv } from "../shown-argv.ts";

/** Those that few call, and that have much of their own, come by themselves. */
const compare: Verb = async (...call) => (await import("./compare.ts")).compare(...call);
const stress: Verb = async (...call) => (await import("./stress.ts")).stress(...call);
const check: Verb = async (...call) => (await import("./check.ts")).check(...call);
const staff: Verb = async (...call) => (await import("./staff.ts")).staff(...call);
const sweep: Verb = async (...call) => (await import("./sweep.ts")).sweep(...call);
const sensitivity: Verb = async (...call) => (await import("./sensitivity.ts")).sensitivity(...call);
const discover: Verb = async (...call) => (await import("./discover.ts")).discover(...call);
const fit: Verb = async (...call) => (await import("./fit.ts")).fit(...call);
const replay: Verb = async (...call) => (await import("./replay.ts")).replay(...call);
const synth: Verb = async (...call) => (await import("./synth.ts")).synth(...call);
const report: Verb = async (...call) => (await import("./report.ts")).report(...call);
const serve: Verb = async (...call) => (await import("./serve.ts")).serve(...call);
const verify: Verb = async (...call) => (await import("./verify.ts")).verify(...call);
const describe: Verb = async (...call) => (await import("./describe.ts")).describe(...call);
const merge: Verb = async (...call) => (await import("./merge.ts")).merge(...call);
const worker: Verb = async (...call) => (await import("./worker.ts")).worker(...call);

/** In the order of the help. */
export const verbs = {
  init,
  validate,
  run,
  compare,
  stress,
  check,
  staff,
  sweep,
  sensitivity,
  discover,
  fit,
  replay,
  synth,
  report,
  serve,
  verify,
  describe,
  merge,
  worker,
  responses,
  policies,
  schema,
};
