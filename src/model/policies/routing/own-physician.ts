import type { PolicyDefinition } from "../policy.ts";
import { type Routing, TO_OWNER } from "./routing.ts";

export interface OwnPhysician {
  readonly type: "own-physician";
}

export const ownPhysician: PolicyDefinition<OwnPhysician, Routing> = {
  type: "own-physician",
  doc: "The patient's own physician, and nobody else unless absence is covered.",
  source: "continuity of care: portal messages go to the clinician the patient knows",
  params: [],
  create: () => TO_OWNER,
};
