import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { EVENTS_PATTERN, readEvents } from "../quantities/events.ts";
import { FLARE_RATE_PATTERN, readFlareRate } from "../quantities/volume.ts";
import { hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import { date, duration, named, object, positive, share, words } from "./fields.ts";
import { written } from "./written.ts";

const trigger = object("An event after which some patients write: a visit, a result that is released.", {
  events: written(readEvents, {
    is: "number of events",
    doc: "Events on a business day, at any of its opening minutes alike.",
    pattern: EVENTS_PATTERN,
    examples: ["30 per business day"],
  }),
  probability: share("Chance that an event brings a message"),
  delay: hereAs(timeDistribution, "From the event to the message; passes while patients are awake."),
  topic: words("The topic of these messages, by its name under `topics`.", LIMITS.name),
  from: z.optional(date("First date of such events. Left out: always.")),
  to: z.optional(date("Last date of such events. Left out: for good.")),
});

/** Messages that follow events, on top of the demand. */
export const triggersSchema = named(
  trigger,
  "Messages that follow events, by name; they come on top of `demand`.",
  {
    most: LIMITS.triggers,
  },
);

/** Bursts of messages, on top of the demand. */
export const flaresSchema = object(
  "Times in which a patient writes again and again; they come on top of `demand`. Left out: none.",
  {
    rate: written(readFlareRate, {
      is: "rate of flares",
      doc: "How often they begin: for each patient with an account, or for all together.",
      pattern: FLARE_RATE_PATTERN,
      examples: ["0.3 per patient per year"],
    }),
    messages: positive("Messages of one flare in the mean; the number is a Poisson one.", 100),
    over: duration("They come at any moment of this stretch alike.", "2 weeks", { least: 1 }),
    topic: words("The topic of these messages, by its name under `topics`.", LIMITS.name),
  },
);
