import type { DistributionSpec } from "../../../random/index.ts";
import { INDEPENDENT_ROLES, type IndependentRole } from "../../roles.ts";
import type { PolicyDefinition } from "../policy.ts";
import { affected, type FrontDoor, OPEN } from "./front-door.ts";

export interface Links {
  readonly type: "links";
  /** Names of topics with a link; none: all. */
  readonly topics: readonly string[];
  readonly used: number;
  readonly role: IndependentRole;
  readonly minutes: DistributionSpec;
}

export const links: PolicyDefinition<Links, FrontDoor> = {
  type: "links",
  doc: "Links for refills and bookings: some first messages come as requests that a team works off without reading and sorting them.",
  source:
    "refills sent straight to the refill queue: 80 % handled by a pharmacy team (T26), 82 % covered by a protocol (T25)",
  params: [
    { name: "topics", kind: "topics", doc: "topics that have a link; left out: all", default: [] },
    {
      name: "used",
      kind: "share",
      doc: "of their first messages, the share that comes through the link",
      default: 0,
    },
    {
      name: "role",
      kind: "choice",
      doc: "whose team works on such a request; the reading team, where there is none of that role",
      default: "clerk",
      values: INDEPENDENT_ROLES,
    },
    {
      name: "minutes",
      kind: "minutes",
      doc: "minutes that such a request takes",
      default: { type: "fixed", value: 2 },
    },
  ],
  create({ topics, used, role }) {
    const linked = affected(used, { viaLink: true });
    return {
      outcomes: ({ topic, round }) =>
        round === 0 && (topics.length === 0 || topics.includes(topic)) ? linked : OPEN,
      link: { role },
    };
  },
};
