/** What the command line knows of each verb, in the order of the help. It loads at every start, so it must know no more than commander. */
import type { Declaration } from "../declaration.ts";
import { declareCompare } from "./compare.declaration.ts";
import { declareInit } from "./init.declaration.ts";
import { declareMerge } from "./merge.declaration.ts";
import { declarePolicies } from "./policies.declaration.ts";
import { declareReport } from "./report.declaration.ts";
import { declareResponses } from "./responses.declaration.ts";
import { declareRun } from "./run.declaration.ts";
import { declareSchema } from "./schema.declaration.ts";
import { declareSweep } from "./sweep.declaration.ts";
import { declareValidate } from "./validate.declaration.ts";

export const declarations: readonly Declaration[] = [
  declareRun,
  declareCompare,
  declareSweep,
  declareMerge,
  declareReport,
  declareValidate,
  declareResponses,
  declarePolicies,
  declareInit,
  declareSchema,
];
