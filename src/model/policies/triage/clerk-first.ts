import type { PolicyDefinition } from "../policy.ts";
import { type ReadingSpec, readingParams } from "./reading-params.ts";
import type { Triage } from "./triage.ts";

export interface ClerkFirst extends ReadingSpec {
  readonly type: "clerk-first";
}

export const clerkFirst: PolicyDefinition<ClerkFirst, Triage> = {
  type: "clerk-first",
  doc: "Clerks or assistants read everything, reply to what they may close, and forward the rest to the nurses who read, or else to the physician; they judge no urgency.",
  source:
    "28.4 % of oncology threads need no more than an assistant (M14); assistants and schedulers may gather, nurses assess (G08)",
  params: readingParams,
  create: (rules) => ({ readers: ["clerk", "medical-assistant"], rules }),
};
