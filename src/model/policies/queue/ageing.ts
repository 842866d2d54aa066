import type { PolicyDefinition } from "../policy.ts";
import { alike, BY_TIME, byUrgency, type QueueDiscipline } from "./queue-discipline.ts";

export interface Ageing {
  readonly type: "ageing";
  /** [min] Infinity: always. */
  readonly headStart: number;
  /** [open min] Infinity: never. */
  readonly escalateAfter: number;
}

export const ageing: PolicyDefinition<Ageing, QueueDiscipline> = {
  type: "ageing",
  doc: "Oldest first, but what is known to be urgent counts as older than it is; what has waited very long goes before everything.",
  source:
    "accumulating priorities: Kleinrock, Naval Res Logist Q 1964;11:329-341; Stanford, Taylor & Ziedins, Queueing Syst 2014;77:297-330",
  params: [
    {
      name: "headStart",
      kind: "duration",
      doc: "by how much a message known to be urgent counts as older in its line; left out: it always goes first",
      default: Number.POSITIVE_INFINITY,
    },
    {
      name: "escalateAfter",
      kind: "duration",
      doc: "opening hours since sending after which a message goes before all others; left out: never",
      default: Number.POSITIVE_INFINITY,
    },
  ],
  create({ headStart, escalateAfter }) {
    if (headStart === Number.POSITIVE_INFINITY) return { ...BY_TIME, messageClass: byUrgency, escalateAfter };
    return {
      ...BY_TIME,
      messageClass: alike,
      orderOf: ({ entered, knownUrgent }) => (knownUrgent ? entered - headStart : entered),
      escalateAfter,
    };
  },
};
