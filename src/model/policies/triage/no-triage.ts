import type { PolicyDefinition } from "../policy.ts";
import { PLAIN_READING, type Triage } from "./triage.ts";

export interface NoTriage {
  readonly type: "none";
}

export const noTriage: PolicyDefinition<NoTriage, Triage> = {
  type: "none",
  doc: "Every message goes straight to the physician; of its urgency only a flag is known.",
  source: "the default of portals before message pools: messages land in the clinician's own in-basket",
  params: [],
  create: () => ({ readers: [], rules: PLAIN_READING }),
};
