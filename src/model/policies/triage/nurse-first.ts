import type { PolicyDefinition } from "../policy.ts";
import { type ReadingSpec, readingParams } from "./reading-params.ts";
import type { Triage } from "./triage.ts";

export interface NurseFirst extends ReadingSpec {
  readonly type: "nurse-first";
}

export const nurseFirst: PolicyDefinition<NurseFirst, Triage> = {
  type: "nurse-first",
  doc: "The first team of nurses, by name, that serves the topic reads everything, replies to what a nurse may close, and forwards the rest.",
  source:
    "nurse pools in portal practice: from 22 % to 61 % closed without a physician (T02, T15–T18); UW-Madison rheumatology's triage standards (T01)",
  params: readingParams,
  create: (rules) => ({ readers: ["nurse", "nurse-practitioner"], rules }),
};
