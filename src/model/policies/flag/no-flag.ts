import type { PolicyDefinition } from "../policy.ts";
import type { Flag } from "./flag.ts";

export interface NoFlag {
  readonly type: "none";
}

export const noFlag: PolicyDefinition<NoFlag, Flag> = {
  type: "none",
  doc: "Nothing is known of a message's urgency until somebody has read it.",
  source: "portals without an urgency mark: first come, first seen",
  params: [],
  create: () => ({ chance: () => 0 }),
};
