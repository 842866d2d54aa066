import type { PolicyDefinition } from "../policy.ts";
import type { Drafts } from "./drafts.ts";

export interface AiDrafts {
  readonly type: "ai-drafts";
  readonly used: number;
  readonly reading: number;
  readonly longerReading: number;
  readonly saves: number;
}

export const aiDrafts: PolicyDefinition<AiDrafts, Drafts> = {
  type: "ai-drafts",
  doc: "A machine drafts every reply: there is more to read each time, and a draft that is used saves part of the writing.",
  source:
    "20 % of drafts used, no change in reading, writing or reply time at Stanford (T30); longer reading, unchanged reply time at UCSD (T31; +21.8 %, T32, recalled)",
  params: [
    { name: "used", kind: "share", doc: "share of drafts that are used", default: 0.2 },
    {
      name: "reading",
      kind: "share",
      doc: "of a physician's minutes for a message, those of reading",
      default: 0.4,
    },
    {
      name: "longerReading",
      kind: "factor",
      doc: "by how much reading takes longer with a draft to read: 0.2 = a fifth more",
      default: 0,
      least: 0,
      most: 5,
    },
    {
      name: "saves",
      kind: "share",
      doc: "of the minutes of writing, those that a used draft saves",
      default: 0,
    },
  ],
  create: ({ used, reading, longerReading, saves }) => ({
    used,
    factor: (isUsed) => reading * (1 + longerReading) + (1 - reading) * (isUsed ? 1 - saves : 1),
  }),
};
