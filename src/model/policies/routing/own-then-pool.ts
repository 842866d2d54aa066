import { MINUTES_PER_HOUR } from "../../../units.ts";
import type { PolicyDefinition } from "../policy.ts";
import { type Routing, TO_OWNER } from "./routing.ts";

export interface OwnThenPool {
  readonly type: "own-then-pool";
  /** [open min] */
  readonly after: number;
}

export const ownThenPool: PolicyDefinition<OwnThenPool, Routing> = {
  type: "own-then-pool",
  doc: "The patient's own physician; what that physician has not taken up after so many opening hours, any of the team.",
  source: "escalation from the individual to the team in-basket, as pools are set up in practice",
  params: [
    {
      name: "after",
      kind: "duration",
      doc: "opening hours that it waits for its own physician",
      default: 9 * MINUTES_PER_HOUR,
    },
  ],
  create: ({ after }) => ({ ...TO_OWNER, releaseAfter: after }),
};
