/** What the command line knows of each verb, in the order in which a user meets them, which is that of the help. It loads at every start, so it must know no more than commander. */
import type { Declaration } from "../declaration.ts";
import { declareCheck } from "./check.declaration.ts";
import { declareCompare } from "./compare.declaration.ts";
import { declareDescribe } from "./describe.declaration.ts";
import { declareDiscover } from "./discover.declaration.ts";
import { declareFit } from "./fit.declaration.ts";
import { declareInit } from "./init.declaration.ts";
import { declareMerge } from "./merge.declaration.ts";
import { declarePolicies } from "./policies.declaration.ts";
import { declareReplay } from "./replay.declaration.ts";
import { declareReport } from "./report.declaration.ts";
import { declareResponses } from "./responses.declaration.ts";
import { declareRun } from "./run.declaration.ts";
import { declareSchema } from "./schema.declaration.ts";
import { declareSensitivity } from "./sensitivity.declaration.ts";
import { declareServe } from "./serve.declaration.ts";
import { declareStaff } from "./staff.declaration.ts";
import { declareStress } from "./stress.declaration.ts";
import { declareSweep } from "./sweep.declaration.ts";
import { declareSynth } from "./synth.declaration.ts";
import { declareValidate } from "./validate.declaration.ts";
import { declareVerify } from "./verify.declaration.ts";
import { declareWorker } from "./worker.declaration.ts";

export const declarations: readonly Declaration[] = [
  declareInit,
  declareValidate,
  declareRun,
  declareCompare,
  declareStress,
  declareCheck,
  declareStaff,
  declareSweep,
  declareSensitivity,
  declareDiscover,
  declareFit,
  declareReplay,
  declareSynth,
  declareReport,
  declareServe,
  declareVerify,
  declareDescribe,
  declareMerge,
  declareWorker,
  declareResponses,
  declarePolicies,
  declareSchema,
];
