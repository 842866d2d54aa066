import { MINUTES_PER_DAY } from "../../../units.ts";
import { VISIT_MODES, type VisitMode } from "../../visit-mode.ts";
import type { PolicyDefinition } from "../policy.ts";
import type { Conversion } from "./conversion.ts";

export interface ToVisit {
  readonly type: "to-visit";
  readonly mode: VisitMode;
  readonly share: number;
  readonly fromMessage: number;
  readonly repeated: number;
  /** [min] */
  readonly booking: number;
}

export const toVisit: PolicyDefinition<ToVisit, Conversion> = {
  type: "to-visit",
  doc: "Whoever reads a message books a visit instead of writing: where the thread would end in one anyhow, or goes on too long. It takes a slot.",
  source:
    "repeated messages turned into a virtual visit; 24.4 % of oncology threads held visit-equivalent care (M15), 38 % of online consultations ended face to face (M21)",
  params: [
    { name: "mode", kind: "choice", doc: "kind of visit", default: "video", values: VISIT_MODES },
    {
      name: "share",
      kind: "share",
      doc: "of the threads that end in a visit, the share that is turned into one at the first message",
      default: 0,
    },
    {
      name: "fromMessage",
      kind: "count",
      doc: "messages of a thread from this one on count as repeated",
      default: 3,
      least: 2,
      most: 20,
    },
    {
      name: "repeated",
      kind: "share",
      doc: "of the repeated messages, the share that is turned into a visit",
      default: 0,
    },
    {
      name: "booking",
      kind: "duration",
      doc: "what booking takes whoever reads it",
      default: 2,
      most: MINUTES_PER_DAY,
    },
  ],
  create: ({ mode, share, fromMessage, repeated, booking }) => ({
    chance: (endsInVisit, round) =>
      round + 1 >= fromMessage ? repeated : round === 0 && endsInVisit ? share : 0,
    mode,
    bookingMinutes: booking,
  }),
};
