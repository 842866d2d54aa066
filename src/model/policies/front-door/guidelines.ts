import type { PolicyDefinition } from "../policy.ts";
import { type DisplacedShares, displacedParams, type FrontDoor, OPEN, turnedAway } from "./front-door.ts";

export interface Guidelines extends DisplacedShares {
  readonly type: "guidelines";
  /** Of the messages that belong elsewhere, the share that is not written. */
  readonly averts: number;
}

export const guidelines: PolicyDefinition<Guidelines, FrontDoor> = {
  type: "guidelines",
  doc: "Patients are told what to write about: some of the messages that belong elsewhere are not written.",
  source:
    "a third of contacts with rheumatology advice lines belonged elsewhere (M08); UK audits, Ann Rheum Dis 2016;75(Suppl 2):1302",
  params: [
    {
      name: "averts",
      kind: "share",
      doc: "of the first messages that belong elsewhere, the share that is not written",
      default: 0,
    },
    ...displacedParams,
  ],
  create(spec) {
    const averted = turnedAway(spec.averts, spec);
    return { outcomes: ({ round, unsuitable }) => (round === 0 && unsuitable ? averted : OPEN) };
  },
};
