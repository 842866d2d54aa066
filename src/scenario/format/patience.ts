import * as z from "zod/mini";
import { hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import { object, share } from "./fields.ts";

const chaser = object("A message that asks what became of the last one, or says it all again.", {
  probability: share("Chance that a message that waits this long for its reply brings one"),
  after: hereAs(timeDistribution, "From sending to the chaser; passes while patients are awake."),
  duplicates: z._default(
    share("Share of chasers that say it all again, and are worked through like the first message"),
    0,
  ),
});

const call = object("A call about the message, when the chaser has not helped. Needs `calls`.", {
  probability: share("Chance that a patient who has sent a chaser calls"),
  after: hereAs(timeDistribution, "From the chaser to the call; passes while patients are awake."),
});

const emergency = object("A walk-in or an emergency visit elsewhere, for want of a reply.", {
  probability: share("Chance that a patient with a truly urgent message goes elsewhere"),
  after: hereAs(timeDistribution, "From sending until the patient goes; always passes."),
});

/** What patients do who wait longer than they will. */
export const impatienceSchema = object(
  "What patients do who wait longer than they will. Left out: they wait.",
  {
    chaser: z.optional(chaser),
    call: z.optional(call),
    emergency: z.optional(emergency),
  },
);
