import type { PolicyDefinition } from "./policy.ts";
import type { Routing } from "./routing.ts";

export interface PhysicianPool {
  readonly type: "physician-pool";
}

export const physicianPool: PolicyDefinition<PhysicianPool, Routing> = {
  type: "physician-pool",
  doc: "Whichever physician of the patient's team comes to it first.",
  source: "team in-baskets in place of individual ones",
  params: [],
  create: () => ({ personFor: () => -1, worksShared: () => true }),
};
