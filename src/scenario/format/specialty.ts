import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { readWorkVolume, WORK_VOLUME_PATTERN } from "../quantities/work-volume.ts";
import { demandSchema } from "./demand.ts";
import { delayTime, handlingTime } from "./distribution.ts";
import { count, duration, named, share, words } from "./fields.ts";
import { written } from "./written.ts";

const topicSchema = z
  .strictObject({
    share: share("Share of the specialty's threads; the shares of all its topics sum to 1"),
    urgent: share("Share of threads that are truly urgent, whether anybody knows it or not").default(0),
    lowestRole: z
      .strictObject({
        clerk: share("Could be closed by a clerk").default(0),
        nurse: share("Needs a nurse").default(0),
        physician: share("Needs a physician").default(0),
      })
      .meta({ description: "The lowest role that may close a message; sums to 1." }),
    needsVisit: share("Share of messages that end in a visit").default(0),
    followUp: z
      .strictObject({
        probability: share("Chance that a reply brings another message from the patient", 0.9).default(0),
        delay: delayTime.default({ lognormal: { mean: "9 h", sd: "14 h" } }).meta({
          description: "From the reply to the patient's next message; passes while patients are awake.",
        }),
        thanks: share("Share of follow-ups that only say thank you: read, not answered").default(0),
      })
      .prefault({})
      .meta({ description: "Later rounds of a thread." }),
    minutes: z
      .strictObject({
        triage: handlingTime.meta({ description: "Reading and deciding, by whoever reads first." }),
        nurse: handlingTime.meta({ description: "A nurse's reply, after triage." }),
        physician: handlingTime.meta({ description: "A physician's reading and reply." }),
      })
      .meta({ description: "Handling times." }),
    complexity: share(
      "Correlation of a thread's handling times across roles: one thread is hard for everybody",
    ).default(0),
  })
  .meta({ description: "One kind of message." });

const otherWorkSchema = z
  .strictObject({
    volume: written(readWorkVolume, {
      is: "volume of work",
      doc: "How much comes on a business day: for the team together, or for each person in it.",
      pattern: WORK_VOLUME_PATTERN,
      examples: ["13 per business day", "18 per physician per business day"],
    }),
    team: words("The team whose work it is, by its name under `staff`.", LIMITS.name),
    minutes: handlingTime.meta({ description: "Handling time of one piece." }),
    interrupts: z.enum(["nothing", "messages"]).default("nothing").meta({
      description:
        "`messages`: takes a person off a message, like a ringing phone; lost when nobody answers in `patience`.",
    }),
    patience: delayTime.optional().meta({
      description: "How long it waits to be taken up; only where it interrupts. Left out: for ever.",
    }),
    order: z
      .enum(["before messages", "with messages", "after messages"])
      .default("with messages")
      .meta({ description: "Its place in the line when it does not interrupt." }),
  })
  .meta({ description: "One kind of work that competes with messages for the same people." });

export const specialtySchema = z
  .strictObject({
    patients: count("Patients in the panel.", 1, LIMITS.patients),
    portalShare: share("Share of patients with an active portal account"),
    visits: z
      .strictObject({
        perPatientPerYear: z
          .number()
          .positive()
          .max(400)
          .default(2.1)
          .meta({ description: "Visits a patient makes in a year." }),
        perSession: z
          .number()
          .positive()
          .max(100)
          .default(9.2)
          .meta({ description: "Visits in a half-day clinic session." }),
      })
      .prefault({})
      .meta({
        description:
          "Only used to compare clinic sessions with the panel; the defaults are Canadian rheumatology's.",
      }),
    demand: demandSchema,
    topics: named(topicSchema, "What messages are about.", { least: 1, most: LIMITS.topics }),
    otherWork: named(
      otherWorkSchema,
      "What competes with messages: phone calls, results, refills, staff mail.",
      {
        most: LIMITS.otherWork,
      },
    ).default({}),
    urgencyFlag: z
      .strictObject({
        sensitivity: share("Chance that an urgent thread is flagged before anybody reads it").default(0),
        falseAlarm: share("Chance that a thread that is not urgent is flagged").default(0),
      })
      .prefault({})
      .meta({ description: "A mark set by the patient or a machine. 0 and 0: no flags." }),
    openingBacklog: z
      .strictObject({
        messages: count("Messages that already wait when the run begins.", 0, 100_000).default(0),
        age: duration("They were sent over this long before.", "2 days", { least: 1, most: 525_600 }).default(
          "1 day",
        ),
      })
      .prefault({})
      .meta({ description: "What waits already when the run begins." }),
  })
  .meta({ description: "A panel of patients, their messages, and the work that competes." });
