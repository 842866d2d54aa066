import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { readWorkVolume, WORK_VOLUME_PATTERN } from "../quantities/work-volume.ts";
import { demandSchema } from "./demand.ts";
import { described, hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import { choice, count, duration, named, object, share, words } from "./fields.ts";
import { written } from "./written.ts";

const lowestRole = object("The lowest role that may close a message; sums to 1.", {
  clerk: z._default(share("Could be closed by a clerk"), 0),
  nurse: z._default(share("Needs a nurse"), 0),
  physician: z._default(share("Needs a physician"), 0),
});

const followUp = object("Later rounds of a thread.", {
  probability: z._default(share("Chance that a reply brings another message from the patient", 0.9), 0),
  delay: z._default(
    hereAs(
      timeDistribution,
      "From the reply to the patient's next message; passes while patients are awake.",
    ),
    {
      lognormal: { mean: "9 h", sd: "14 h" },
    },
  ),
  thanks: z._default(share("Share of follow-ups that only say thank you: read, not answered"), 0),
});

const topicSchema = object("One kind of message.", {
  share: share("Share of the specialty's threads; the shares of all its topics sum to 1"),
  urgent: z._default(share("Share of threads that are truly urgent, whether anybody knows it or not"), 0),
  lowestRole,
  needsVisit: z._default(share("Share of threads that end in a visit"), 0),
  followUp: z.prefault(followUp, {}),
  minutes: object("Handling times.", {
    triage: hereAs(timeDistribution, "Reading and deciding, by whoever reads first."),
    nurse: hereAs(timeDistribution, "A nurse's reply, after triage."),
    physician: hereAs(timeDistribution, "A physician's reading and reply."),
  }),
  complexity: z._default(
    share("Correlation of a thread's handling times across roles: one thread is hard for everybody"),
    0,
  ),
});

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

/** Above 0 and at most `most`. */
function rate(doc: string, most: number) {
  return described(z.number().check(z.positive(), z.maximum(most)), doc);
}

const visits = object(
  "Only used to compare clinic sessions with the panel; the defaults are Canadian rheumatology's.",
  {
    perPatientPerYear: z._default(rate("Visits a patient makes in a year.", 400), 2.1),
    perSession: z._default(rate("Visits in a half-day clinic session.", 100), 9.2),
  },
);

const urgencyFlag = object("A mark set by the patient or a machine. 0 and 0: no flags.", {
  sensitivity: z._default(share("Chance that an urgent thread is flagged before anybody reads it"), 0),
  falseAlarm: z._default(share("Chance that a thread that is not urgent is flagged"), 0),
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
  visits: z.prefault(visits, {}),
  demand: demandSchema,
  topics: named(topicSchema, "What messages are about.", { least: 1, most: LIMITS.topics }),
  otherWork: z._default(otherWork, {}),
  urgencyFlag: z.prefault(urgencyFlag, {}),
  openingBacklog: z.prefault(openingBacklog, {}),
});
