import * as z from "zod/mini";
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
  duration,
  hours,
  named,
  object,
  share,
  wholeDays,
  words,
} from "./fields.ts";
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

const absence = object("Vacation and sickness, and who covers.", {
  vacation: z._default(vacation, "0 weeks per year"),
  vacationStretch: z._default(wholeDays("Length of one stretch of vacation.", "1 week", 7, 364, 7), "1 week"),
  sick: z._default(sick, "0 days per year"),
  cover: z._default(cover, "none"),
});

const evenings = object("Work on messages after hours. Left out: none.", {
  days: written(readWeekdays, {
    is: "list of weekdays",
    doc: "Days on which somebody may work in the evening, holidays included.",
    pattern: `^${WEEKDAYS_PATTERN}$`,
    examples: ["Mon-Thu,Sun"],
  }),
  from: clock("When the evening begins.", "19:00"),
  upTo: duration("At most this long; it ends earlier when nothing waits.", "45 min", { least: 1, most: 720 }),
  probability: share("Chance that a person works on such an evening"),
});

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

const personSchema = object("Somebody with hours of their own. What is left out is as the team's.", {
  shifts: z.optional(shifts),
  duties: z.optional(duties),
  clinic: z.optional(clinic),
  inbox: z.optional(inbox),
  evenings: z.optional(evenings),
});

const people = named(
  personSchema,
  "Those among the posts whose hours differ, by name: part-time, other days.",
  {
    most: LIMITS.teamSize,
  },
);

export const teamSchema = object("A team: people who share a role and a line of work.", {
  role: choice("What they may do with a message.", ["clerk", "nurse", "physician"]),
  count: count("People (posts) in the team.", 0, LIMITS.teamSize),
  serves: described(serves, "Specialties they work for."),
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
  evenings: z.optional(evenings),
  people: z._default(people, {}),
  absence: z.prefault(absence, {}),
  endOfHours: z._default(endOfHours, "finish"),
  reRead: z._default(reRead, "0 min"),
  costPerHour: z._default(costPerHour, "0 CAD"),
  costBasis: z._default(costBasis, "posts"),
  fullTime: z._default(fullTime, "37.5 h"),
});
