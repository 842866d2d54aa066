import type { PolicyDefinition } from "../policy.ts";
import { type DisplacedShares, displacedParams, type FrontDoor, OPEN, turnedAway } from "./front-door.ts";

export interface Eligibility extends DisplacedShares {
  readonly type: "eligibility";
  /** [min] */
  readonly seenWithin: number;
  readonly expectedWithin: number;
}

const DAY = 1440;

export const eligibility: PolicyDefinition<Eligibility, FrontDoor> = {
  type: "eligibility",
  doc: "Only patients seen lately, or expected soon, may open a thread; regular visits are `visits.perPatientPerYear` apart.",
  source: "90 days before or after a visit: Connect Care, Alberta (A48)",
  params: [
    {
      name: "seenWithin",
      kind: "duration",
      doc: "the last visit is no longer ago than this",
      default: 129_600,
    },
    { name: "expectedWithin", kind: "duration", doc: "or the next one no further off than this", default: 0 },
    ...displacedParams,
  ],
  create(spec) {
    const refused = turnedAway(1, spec);
    return {
      outcomes: ({ round, sinceVisit, untilVisit }) =>
        round > 0 || sinceVisit * DAY <= spec.seenWithin || untilVisit * DAY <= spec.expectedWithin
          ? OPEN
          : refused,
    };
  },
};
