import type { PolicyDefinition } from "../policy.ts";
import { type FrontDoor, OPEN, turnedAway } from "./front-door.ts";

export interface ThanksFilter {
  readonly type: "thanks-filter";
  readonly catches: number;
  readonly falseAlarm: number;
}

export const thanksFilter: PolicyDefinition<ThanksFilter, FrontDoor> = {
  type: "thanks-filter",
  doc: "A filter keeps messages that only say thank you out of the inbox, and now and then one that needs a reply.",
  source: "“thank you” messages filtered: tried in portal practice; no effect size is published",
  params: [
    { name: "catches", kind: "share", doc: "of the thank-yous, the share that is kept out", default: 1 },
    {
      name: "falseAlarm",
      kind: "share",
      doc: "of the follow-ups that need a reply, the share that is kept out by mistake",
      default: 0,
    },
  ],
  create({ catches, falseAlarm }) {
    const nothing = { calls: 0, visits: 0 };
    const thanks = turnedAway(catches, nothing);
    const mistaken = turnedAway(falseAlarm, nothing);
    return {
      outcomes: ({ round, needsReply }) => (round === 0 ? OPEN : needsReply ? mistaken : thanks),
    };
  },
};
