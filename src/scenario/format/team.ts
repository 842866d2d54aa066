import * as z from "zod/mini";
import { ROLES, STAGES } from "../../model/index.ts";
import { DATES_PATTERN, readDates } from "../dates/dates.ts";
import { EVENING_LENGTH_PATTERN, readEveningLength } from "../hours/evening-length.ts";
import { readWeekdays, WEEKDAYS_PATTERN } from "../hours/week-days.ts";
import { LIMITS } from "../limits.ts";
import { MONEY_PATTERN, readMoney } from "../quantities/money.ts";
import {
  DAYS_PER_YEAR_PATTERN,
  readDaysPerYear,
  readWeeksPerYear,
  WEEKS_PER_YEAR_PATTERN,
} from "../quantities/per-year.ts";
import { described, hereAs } from "./described.ts";
import { timeDistribution } from "./distribution.ts";
import {
  blocks,
  choice,
  clock,
  count,
  date,
  duration,
  hours,
  listOf,
  named,
  number,
  object,
  share,
  wholeDays,
  words,
} from "./fields.ts";
import { ownQueueSchema } from "./policies.ts";
import { written } from "./written.ts";

const vacation = written(readWeeksPerYear, {
  is: "number of weeks per year",
  doc: "Vacation of each person.",
  pattern: WEEKS_PER_YEAR_PATTERN,
  examples: ["4 weeks per year"],
});

const sick = written(readDaysPerYear, {
  is: "number of days per year",
  doc: "Sick days of each person.",
  pattern: DAYS_PER_YEAR_PATTERN,
  examples: ["8 days per year"],
});

const cover = choice(
  "Who does an absent person's work: nobody; the next colleague, besides his own; all colleagues; a float from outside, paid on top.",
  ["none", "buddy", "pool", "float"],
);

const vacationStretch = wholeDays("Length of one stretch of vacation.", "1 week", 7, 364, 7);

const absence = object("Vacation and sickness, and who covers.", {
  vacation: z._default(vacation, "0 weeks per year"),
  vacationStretch: z._default(vacationStretch, "1 week"),
  sick: z._default(sick, "0 days per year"),
  cover: z._default(cover, "none"),
});

const evenings = listOf(
  object("A habit of working on messages after hours.", {
    days: written(readWeekdays, {
      is: "list of weekdays",
      doc: "Days on which somebody may work in the evening, holidays included.",
      pattern: `^${WEEKDAYS_PATTERN}$`,
      examples: ["Mon-Thu,Sun"],
    }),
    from: clock("When the evening begins.", "19:00"),
    upTo: written(
      readEveningLength,
      {
        is: "duration",
        doc: "At most this long; it ends earlier when nothing waits. `until empty`: until nothing waits, or midnight.",
        pattern: EVENING_LENGTH_PATTERN,
        examples: ["45 min", "until empty"],
      },
      (minutes) =>
        minutes < 1
          ? "is less than 1 minute"
          : minutes > 720 && minutes < Number.POSITIVE_INFINITY
            ? "is more than 12 hours"
            : undefined,
    ),
    probability: share("Chance that a person works on such an evening"),
  }),
  "Habits of working on messages after hours. Of those of one day at most one comes true, so their chances sum to 1 at most.",
  LIMITS.evenings,
);

const costPerHour = written(readMoney, {
  is: "amount of money",
  doc: "What an hour of one person costs.",
  pattern: MONEY_PATTERN,
  examples: ["55 CAD"],
});

const costBasis = choice(
  "`posts`: every scheduled hour is paid, absent or not, float cover on top. `minutes`: only time worked on messages and other work.",
  ["posts", "minutes"],
);

const endOfHours = choice(
  "What happens to work in hand when hours end: finished, or put back with what is left.",
  ["finish", "suspend"],
);
const reRead = duration("Added when suspended or interrupted work is taken up again.", "1 min", {
  most: 240,
});
const fullTime = duration("A full-time week, for counting full-time equivalents.", "37.5 h", {
  least: 60,
  most: 10_080,
});
const serves = z
  .array(words("A specialty's name.", LIMITS.name))
  .check(z.minLength(1), z.maxLength(LIMITS.specialties));

const shifts = hours("When they are at work, breaks taken out.", "Mon-Fri 08:30-16:30 except 12:00-12:30");
const duties = blocks(
  "Blocks that belong to something else than messages: every week, or on dates, as in `2026-03-02 to 2026-03-13 13:00-15:00`.",
  "Tue,Thu 13:00-15:00",
);
const clinic = hours("Clinic sessions with patients.", "Mon-Wed 09:00-12:00");
const inbox = hours(
  "Blocks for messages. Left out: shifts less clinic sessions. Duties go before.",
  "Mon-Fri 12:30-13:00",
);

const personSpeed = number("Work done in a minute, against 1 in the mean. Left out: the team's.", 0.1, 10);

const personSchema = object(
  "Somebody with hours, a panel, a speed or leave of their own. What is left out is as the team's.",
  {
    shifts: z.optional(shifts),
    duties: z.optional(duties),
    clinic: z.optional(clinic),
    inbox: z.optional(inbox),
    evenings: z.optional(evenings),
    panelShare: z._default(
      number("Part of the team's patients, against 1 for a colleague. Of physicians.", 0, 100, 1),
      1,
    ),
    speed: z.optional(personSpeed),
    absence: z.optional(
      object("Vacation and sickness of this person; who covers is the team's to say.", {
        vacation: z.optional(vacation),
        vacationStretch: z.optional(vacationStretch),
        sick: z.optional(sick),
      }),
    ),
    away: z._default(
      listOf(
        written(readDates, {
          is: "date, or dates from one to another",
          doc: "Both included.",
          pattern: DATES_PATTERN,
          examples: ["2026-07-06 to 2026-07-17", "2026-03-02"],
        }),
        "Dates on which this person is away, besides vacation and sickness.",
        LIMITS.list,
      ),
      [],
    ),
  },
);

const people = named(
  personSchema,
  "Those among the posts who differ, by name: part-time, other days, a smaller panel, leave on dates.",
  {
    most: LIMITS.teamSize,
  },
);

const topics = z
  .array(words("A topic's name.", LIMITS.name))
  .check(z.minLength(1), z.maxLength(LIMITS.topics));
const stages = z.array(choice("A stage.", STAGES)).check(z.minLength(1), z.maxLength(STAGES.length));

/** Of residents who say nothing else: every draft is signed, in three tenths of the time a reply takes. */
export const CO_SIGNATURE = { share: 1, effort: 0.3 } as const;

const coSignature = object("How a resident's draft becomes a reply. Only for residents.", {
  share: z._default(
    share("Share of drafts that a physician signs; the others go out as they are"),
    CO_SIGNATURE.share,
  ),
  effort: z._default(
    share("The physician's minutes to sign, as a share of those the reply itself would have taken"),
    CO_SIGNATURE.effort,
  ),
});

const handover = object("From a date on, one person's patients are another's.", {
  date: date("The first day."),
  from: words("Whose patients they were: a name under `people`.", LIMITS.name),
  to: words("Whose they are then: a name under `people`.", LIMITS.name),
});

export const teamSchema = object("A team: people who share a role and a line of work.", {
  role: choice(
    "What they may do with a message. Each may close what those before may; residents draft for physicians.",
    ROLES,
  ),
  count: count("People (posts) in the team.", 0, LIMITS.teamSize),
  serves: described(serves, "Specialties they work for."),
  topics: z.optional(
    described(
      topics,
      "Topics they work on, of the specialties they serve. Left out: all. Not for physicians, who have patients.",
    ),
  ),
  stages: z.optional(
    described(
      stages,
      "What they are asked for: reading first, replying, drafting for a physician. Left out: residents draft, physicians reply, all others read first and reply.",
    ),
  ),
  shifts: z._default(shifts, []),
  duties: z._default(duties, []),
  clinic: z._default(clinic, []),
  inbox: z.optional(inbox),
  overrun: z.optional(
    hereAs(
      timeDistribution,
      "How long a clinic session runs over, at the cost of what follows. Left out: never.",
    ),
  ),
  evenings: z._default(evenings, []),
  people: z._default(people, {}),
  speed: z._default(
    number("Work done in a minute, against 1; of everybody without a speed of their own.", 0.1, 10, 1),
    1,
  ),
  absence: z.prefault(absence, {}),
  coSignature: z.optional(coSignature),
  handovers: z._default(
    listOf(handover, "Patients who change hands on a date. Of physicians.", LIMITS.handovers),
    [],
  ),
  queue: ownQueueSchema,
  endOfHours: z._default(endOfHours, "finish"),
  reRead: z._default(reRead, "0 min"),
  costPerHour: z._default(costPerHour, "0 CAD"),
  costBasis: z._default(costBasis, "posts"),
  fullTime: z._default(fullTime, "37.5 h"),
});
