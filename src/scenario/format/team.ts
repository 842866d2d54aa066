import * as z from "zod";
import { readWeekdays, WEEKDAYS_PATTERN } from "../hours/week-days.ts";
import { LIMITS } from "../limits.ts";
import { MONEY_PATTERN, readMoney } from "../quantities/money.ts";
import {
  DAYS_PER_YEAR_PATTERN,
  readDaysPerYear,
  readWeeksPerYear,
  WEEKS_PER_YEAR_PATTERN,
} from "../quantities/per-year.ts";
import { handlingTime } from "./distribution.ts";
import { clock, count, duration, hours, share, wholeDays, words } from "./fields.ts";
import { written } from "./written.ts";

const absenceSchema = z
  .strictObject({
    vacation: written(readWeeksPerYear, {
      is: "number of weeks per year",
      doc: "Vacation of each person.",
      pattern: WEEKS_PER_YEAR_PATTERN,
      examples: ["4 weeks per year"],
    }).default("0 weeks per year"),
    vacationStretch: wholeDays("Length of one stretch of vacation.", "1 week", 7, 364, 7).default("1 week"),
    sick: written(readDaysPerYear, {
      is: "number of days per year",
      doc: "Sick days of each person.",
      pattern: DAYS_PER_YEAR_PATTERN,
      examples: ["8 days per year"],
    }).default("0 days per year"),
    cover: z.enum(["none", "buddy", "pool", "float"]).default("none").meta({
      description:
        "Who does an absent person's work: nobody; the next colleague, besides his own; all colleagues; a float from outside, paid on top.",
    }),
  })
  .prefault({})
  .meta({ description: "Vacation and sickness, and who covers." });

const eveningsSchema = z
  .strictObject({
    days: written(readWeekdays, {
      is: "list of weekdays",
      doc: "Days on which somebody may work in the evening, holidays included.",
      pattern: `^${WEEKDAYS_PATTERN}$`,
      examples: ["Mon-Thu,Sun"],
    }),
    from: clock("When the evening begins.", "19:00"),
    upTo: duration("At most this long; it ends earlier when nothing waits.", "45 min", {
      least: 1,
      most: 720,
    }),
    probability: share("Chance that a person works on such an evening"),
  })
  .meta({ description: "Work on messages after hours. Left out: none." });

export const teamSchema = z
  .strictObject({
    role: z.enum(["clerk", "nurse", "physician"]).meta({ description: "What they may do with a message." }),
    count: count("People (posts) in the team.", 0, LIMITS.teamSize),
    serves: z
      .array(words("A specialty's name.", LIMITS.name))
      .min(1)
      .max(LIMITS.specialties)
      .meta({ description: "Specialties they work for." }),
    shifts: hours(
      "When they are at work, breaks taken out.",
      "Mon-Fri 08:30-16:30 except 12:00-12:30",
    ).default([]),
    duties: hours("Blocks within shifts that belong to something else.", "Tue,Thu 13:00-15:00").default([]),
    clinic: hours("Clinic sessions with patients.", "Mon-Wed 09:00-12:00").default([]),
    inbox: hours(
      "Blocks for messages. Left out: shifts less duties and clinic sessions.",
      "Mon-Fri 12:30-13:00",
    ).optional(),
    overrun: handlingTime.optional().meta({
      description: "How long a clinic session runs over, at the cost of what follows. Left out: never.",
    }),
    evenings: eveningsSchema.optional(),
    absence: absenceSchema,
    endOfHours: z.enum(["finish", "suspend"]).default("finish").meta({
      description: "What happens to work in hand when hours end: finished, or put back with what is left.",
    }),
    reRead: duration("Added when suspended or interrupted work is taken up again.", "1 min", {
      most: 240,
    }).default("0 min"),
    costPerHour: written(readMoney, {
      is: "amount of money",
      doc: "What an hour of one person costs.",
      pattern: MONEY_PATTERN,
      examples: ["55 CAD"],
    }).default("0 CAD"),
    costBasis: z.enum(["posts", "minutes"]).default("posts").meta({
      description:
        "`posts`: every scheduled hour is paid, absent or not, float cover on top. `minutes`: only time worked on messages and other work.",
    }),
    fullTime: duration("A full-time week, for counting full-time equivalents.", "37.5 h", {
      least: 60,
      most: 10_080,
    }).default("37.5 h"),
  })
  .meta({ description: "A team: people who share a role, hours and a line of work." });
