import type { PolicyDefinition } from "../policy.ts";
import { type Routing, TO_OWNER } from "./routing.ts";

export interface PhysicianPool {
  readonly type: "physician-pool";
}

export const physicianPool: PolicyDefinition<PhysicianPool, Routing> = {
  type: "physician-pool",
  doc: "Whichever physician of the patient's team comes to it first.",
  source: "team in-baskets in place of individual ones (T11): Fam Pract Manag 2022;29(6):10-13",
  params: [],
  create: () => ({ ...TO_OWNER, personFor: () => -1 }),
};
