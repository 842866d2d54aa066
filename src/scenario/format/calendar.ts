import * as z from "zod/mini";
import { HOLIDAY_PRESETS } from "../dates/holidays.ts";
import { CLOCK_PATTERN, readSpan } from "../hours/clock-time.ts";
import { MOMENT_PATTERN, readMoment } from "../hours/moment.ts";
import { LIMITS } from "../limits.ts";
import { fault, type Reading } from "../quantities/reading.ts";
import { described } from "./described.ts";
import { choice, count, date, duration, hours, object, wholeDays } from "./fields.ts";
import { written } from "./written.ts";

const ZONE = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/;

function readZone(text: string): Reading<string> {
  if (ZONE.test(text)) return { value: text };
  const hint = 'write a region and a city, as in "America/Toronto"';
  return fault("not-a-zone", `${JSON.stringify(text)} is not the name of a time zone`, hint);
}

const timeZone = written(readZone, {
  is: "time zone",
  doc: "IANA name of the time zone; daylight saving follows from it.",
  pattern: ZONE.source,
  examples: ["America/Toronto"],
});

const patientSleep = written((text) => readSpan(text, true), {
  is: "stretch of a day",
  doc: "When patients sleep: the delay before a follow-up passes only while they are awake.",
  pattern: `^(${CLOCK_PATTERN})-(${CLOCK_PATTERN})$`,
  examples: ["22:00-07:00"],
});

const holidays = choice(
  "Public holidays on which everything is closed; `CA-ON` has Ontario's nine.",
  HOLIDAY_PRESETS as [string, ...string[]],
);

const extraClosed = described(
  z.array(date("A further date on which everything is closed.")).check(z.maxLength(LIMITS.list)),
  "Further dates on which everything is closed.",
);

const open = hours(
  "The clinic's opening hours: business time, by which promises and waits are counted.",
  "Mon-Fri 08:00-17:00",
);

const moment = (doc: string, example: string) =>
  written(readMoment, { is: "local date and time", doc, pattern: MOMENT_PATTERN, examples: [example] });

const portalOutages = described(
  z
    .array(
      object("A stretch in which patients cannot send anything; staff go on.", {
        from: moment("When the portal goes down.", "2026-03-02 08:00"),
        to: moment("When it is up again.", "2026-03-03 08:00"),
        rebound: z._default(
          duration("After it, in which what was held back is sent, in its order.", "6 h", {
            most: LIMITS.outage,
          }),
          "6 h",
        ),
      }),
    )
    .check(z.maxLength(LIMITS.outages)),
  "When the portal is down: what patients would send is sent afterwards. Left out: never.",
);

export const calendarSchema = object("When the clinic is open.", {
  timeZone: z._default(timeZone, "America/Toronto"),
  holidays: z._default(holidays, "CA-ON"),
  extraClosed: z._default(extraClosed, []),
  open: z._default(open, ["Mon-Fri 08:00-17:00"]),
  patientSleep: z._default(patientSleep, "22:00-07:00"),
  portalOutages: z.optional(portalOutages),
});

const warmUp = wholeDays(
  "Simulated before the measured window, so that the clinic does not start empty.",
  "6 weeks",
  0,
  3_660,
);
const runOut = wholeDays(
  "Simulated after the window, so that its last messages can be answered.",
  "2 weeks",
  0,
  366,
);

export const runSchema = object("What is simulated, and how often.", {
  start: date("Local date on which the warm-up begins."),
  warmUp: z._default(warmUp, "6 weeks"),
  length: z._default(wholeDays("The measured window.", "52 weeks", 1, 3_660), "52 weeks"),
  runOut: z._default(runOut, "2 weeks"),
  seed: z._default(count("Seed of all chance; the same seed gives the same bytes.", 0), 1),
  replications: z._default(count("Independent repetitions.", 1, LIMITS.replications), 30),
});
