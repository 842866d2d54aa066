import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { readWorkVolume, WORK_VOLUME_PATTERN } from "../quantities/work-volume.ts";
import { demandSchema } from "./demand.ts";
import { hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import { choice, count, duration, named, number, object, share, words } from "./fields.ts";
import { flaresSchema, triggersSchema } from "./on-top.ts";
import { impatienceSchema } from "./patience.ts";
import { ownPoliciesSchema } from "./policies.ts";
import { topicSchema } from "./topic.ts";
import { visitsSchema } from "./visits.ts";
import { written } from "./written.ts";

const interrupts = choice(
  "`messages`: takes a person off a message, like a ringing phone; lost when nobody answers in `patience`.",
  ["nothing", "messages"],
);

const order = choice("Its place in the line when it does not interrupt.", [
  "before messages",
  "with messages",
  "after messages",
]);

const otherWorkSchema = object("One kind of work that competes with messages for the same people.", {
  volume: written(readWorkVolume, {
    is: "volume of work",
    doc: "How much comes on a business day: for the team together, or for each person in it.",
    pattern: WORK_VOLUME_PATTERN,
    examples: ["13 per business day", "18 per physician per business day"],
  }),
  team: words("The team whose work it is, by its name under `staff`.", LIMITS.name),
  minutes: hereAs(timeDistribution, "Handling time of one piece."),
  interrupts: z._default(interrupts, "nothing"),
  patience: z.optional(
    hereAs(
      timeDistribution,
      "How long it waits to be taken up; only where it interrupts. Left out: for ever.",
    ),
  ),
  order: z._default(order, "with messages"),
});

const calls = object("Where patients call about messages. Left out: they do not.", {
  source: words("The calls they are among: a name under `otherWork`, of one that interrupts.", LIMITS.name),
  minutes: hereAs(timeDistribution, "What such a call takes."),
});

const openingBacklog = object("What waits already when the run begins.", {
  messages: z._default(count("Messages that already wait when the run begins.", 0, 100_000), 0),
  age: z._default(duration("They were sent over this long before.", "2 days", { least: 1 }), "1 day"),
});

const otherWork = named(
  otherWorkSchema,
  "What competes with messages: phone calls, results, refills, staff mail.",
  {
    most: LIMITS.otherWork,
  },
);

export const specialtySchema = object("A panel of patients, their messages, and the work that competes.", {
  patients: count("Patients in the panel.", 1, LIMITS.patients),
  portalShare: share("Share of patients with an active portal account"),
  visits: z.prefault(visitsSchema, {}),
  demand: demandSchema,
  topics: named(topicSchema, "What messages are about.", { least: 1, most: LIMITS.topics }),
  triggers: z._default(triggersSchema, {}),
  flares: z.optional(flaresSchema),
  otherWork: z._default(otherWork, {}),
  calls: z.optional(calls),
  impatience: z.prefault(impatienceSchema, {}),
  answerDelay: z._default(
    hereAs(
      timeDistribution,
      "How long a patient takes to answer a question back; passes while patients are awake.",
    ),
    { lognormal: { mean: "9 h", sd: "14 h" } },
  ),
  unknownPatient: z._default(
    number("Factor on a physician's minutes for somebody else's patient.", 1, 10, 1),
    1,
  ),
  openingBacklog: z.prefault(openingBacklog, {}),
  policies: z.optional(ownPoliciesSchema),
});
