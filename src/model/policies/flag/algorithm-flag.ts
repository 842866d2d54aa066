import type { PolicyDefinition } from "../policy.ts";
import { type ConfusionMatrix, confusionParams, flagBy } from "./confusion-matrix.ts";
import type { Flag } from "./flag.ts";

export interface AlgorithmFlag extends ConfusionMatrix {
  readonly type: "algorithm";
}

export const algorithmFlag: PolicyDefinition<AlgorithmFlag, Flag> = {
  type: "algorithm",
  doc: "A machine reads every first message as it is sent and marks what looks urgent.",
  source:
    "81 % of a tool's labels were right, and high-acuity messages were first read after 5 rather than 22 hours (T06, T07): JAMA Netw Open, January 2026",
  params: confusionParams({ sensitivity: 0.81, falseAlarm: 0 }),
  create: flagBy,
};
