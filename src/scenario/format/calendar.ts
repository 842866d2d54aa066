import * as z from "zod";
import { HOLIDAY_PRESETS } from "../dates/holidays.ts";
import { CLOCK_PATTERN, readSpan } from "../hours/clock-time.ts";
import { LIMITS } from "../limits.ts";
import { fault, type Reading } from "../quantities/reading.ts";
import { date, hours, wholeDays } from "./fields.ts";
import { written } from "./written.ts";

const ZONE = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/;

function readZone(text: string): Reading<string> {
  if (ZONE.test(text)) return { value: text };
  const hint = 'write a region and a city, as in "America/Toronto"';
  return fault("not-a-zone", `${JSON.stringify(text)} is not the name of a time zone`, hint);
}

export const calendarSchema = z
  .strictObject({
    timeZone: written(readZone, {
      is: "time zone",
      doc: "IANA name of the time zone; daylight saving follows from it.",
      pattern: ZONE.source,
      examples: ["America/Toronto"],
    }).default("America/Toronto"),
    holidays: z
      .enum(HOLIDAY_PRESETS as [string, ...string[]])
      .default("CA-ON")
      .meta({ description: "Public holidays on which everything is closed; `CA-ON` has Ontario's nine." }),
    extraClosed: z
      .array(date("A further date on which everything is closed."))
      .max(LIMITS.list)
      .default([])
      .meta({ description: "Further dates on which everything is closed." }),
    open: hours(
      "The clinic's opening hours: business time, by which promises and waits are counted.",
      "Mon-Fri 08:00-17:00",
    ).default(["Mon-Fri 08:00-17:00"]),
    patientSleep: written((text) => readSpan(text, true), {
      is: "stretch of a day",
      doc: "When patients sleep: the delay before a follow-up passes only while they are awake.",
      pattern: `^(${CLOCK_PATTERN})-(${CLOCK_PATTERN})$`,
      examples: ["22:00-07:00"],
    }).default("22:00-07:00"),
  })
  .meta({ description: "When the clinic is open." });

export const runSchema = z
  .strictObject({
    start: date("Local date on which the warm-up begins."),
    warmUp: wholeDays(
      "Simulated before the measured window, so that the clinic does not start empty.",
      "6 weeks",
      0,
      3_660,
    ).default("6 weeks"),
    length: wholeDays("The measured window.", "52 weeks", 1, 3_660).default("52 weeks"),
    runOut: wholeDays(
      "Simulated after the window, so that its last messages can be answered.",
      "2 weeks",
      0,
      366,
    ).default("2 weeks"),
    seed: z
      .int()
      .min(0)
      .default(1)
      .meta({ description: "Seed of all chance; the same seed gives the same bytes." }),
    replications: z
      .int()
      .min(1)
      .max(LIMITS.replications)
      .default(30)
      .meta({ description: "Independent repetitions." }),
  })
  .meta({ description: "What is simulated, and how often." });
