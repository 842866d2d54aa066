import type { PolicyDefinition } from "../policy.ts";
import { type ConfusionMatrix, confusionParams, flagBy } from "./confusion-matrix.ts";
import type { Flag } from "./flag.ts";

export interface PatientFlag extends ConfusionMatrix {
  readonly type: "patient-flag";
}

export const patientFlag: PolicyDefinition<PatientFlag, Flag> = {
  type: "patient-flag",
  doc: "Patients mark their own messages as urgent.",
  source: "44 % of the categories that patients chose were right (T07): JAMA Netw Open, January 2026",
  params: confusionParams({ sensitivity: 0.44, falseAlarm: 0 }),
  create: flagBy,
};
