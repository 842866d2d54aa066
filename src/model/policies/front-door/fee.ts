import type { PolicyDefinition } from "../policy.ts";
import { type DisplacedShares, displacedParams, type FrontDoor, OPEN, turnedAway } from "./front-door.ts";

export interface Fee extends DisplacedShares {
  readonly type: "fee";
  readonly deters: number;
}

export const fee: PolicyDefinition<Fee, FrontDoor> = {
  type: "fee",
  doc: "A fee, or the notice of one, keeps some patients from opening a thread.",
  source: "e-visit billing: −8.8 % advice threads at Mayo (T27), −2 % and not significant at UCSF (T28)",
  params: [
    { name: "deters", kind: "share", doc: "share of first messages that are not sent for it", default: 0 },
    ...displacedParams,
  ],
  create(spec) {
    const deterred = turnedAway(spec.deters, spec);
    return { outcomes: ({ round }) => (round === 0 ? deterred : OPEN) };
  },
};
