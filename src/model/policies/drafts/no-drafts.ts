import type { PolicyDefinition } from "../policy.ts";
import type { Drafts } from "./drafts.ts";

export interface NoDrafts {
  readonly type: "none";
}

export const noDrafts: PolicyDefinition<NoDrafts, Drafts> = {
  type: "none",
  doc: "Everybody writes replies by hand.",
  source: "portals without drafting tools",
  params: [],
  create: () => ({ used: 0, factor: () => 1 }),
};
