import type { PolicyDefinition } from "../policy.ts";
import { affected, type FrontDoor } from "./front-door.ts";

export interface LengthLimit {
  readonly type: "length-limit";
  readonly affects: number;
  readonly saves: number;
}

export const lengthLimit: PolicyDefinition<LengthLimit, FrontDoor> = {
  type: "length-limit",
  doc: "Long messages must be shortened, which saves reading and replying.",
  source:
    "8 % of a neurology department's messages were over 750 characters; a limit was projected to cut 11 % of all text (M19, T33)",
  params: [
    {
      name: "affects",
      kind: "share",
      doc: "share of messages that are longer than the limit",
      default: 0.08,
    },
    {
      name: "saves",
      kind: "share",
      doc: "of the minutes that such a message takes, those that are saved",
      default: 0,
    },
  ],
  create({ affects, saves }) {
    const shortened = affected(affects, { minutes: 1 - saves });
    return { outcomes: () => shortened };
  },
};
