import type { PolicyDefinition } from "../policy.ts";
import { type Routing, TO_OWNER } from "./routing.ts";

export interface CoveringPhysician {
  readonly type: "covering-physician";
  readonly inboxes: number;
}

export const coveringPhysician: PolicyDefinition<CoveringPhysician, Routing> = {
  type: "covering-physician",
  doc: "One physician looks after the inboxes of several colleagues: the first of each so many of the team, in order, gets the messages of all of them.",
  source:
    "one clinician who covers up to ten inboxes, as tried in practice; a message practitioner at Salem Health (T10)",
  params: [
    {
      name: "inboxes",
      kind: "count",
      doc: "inboxes that one physician covers, the own one among them",
      default: 10,
      least: 1,
      most: 500,
    },
  ],
  create: ({ inboxes }) => ({
    ...TO_OWNER,
    personFor: (owner) => Math.floor(owner / inboxes) * inboxes,
  }),
};
