import * as z from "zod";
import { DATE_PATTERN, readDate } from "../dates/date.ts";
import { CLOCK_PATTERN, readClock } from "../hours/clock-time.ts";
import { HOURS_PATTERN, readHours } from "../hours/weekly-hours.ts";
import { LIMITS } from "../limits.ts";
import { DURATION_PATTERN, readDuration } from "../quantities/duration.ts";
import { written } from "./written.ts";

/** A share of a whole, 0 … 1. */
export function share(doc: string, most = 1) {
  return z
    .number()
    .min(0)
    .max(most)
    .meta({ description: `${doc}.`, "x-is": "share" });
}

/** A count of things. */
export function count(doc: string, least: number, most: number) {
  return z.int().min(least).max(most).meta({ description: doc });
}

/** A stretch of time from `least` to `most` minutes. */
export function duration(
  doc: string,
  example: string,
  { least = 0, most = LIMITS.delay }: { least?: number; most?: number } = {},
) {
  return written(
    readDuration,
    { is: "duration", doc, pattern: DURATION_PATTERN, examples: [example] },
    (minutes) =>
      minutes < least
        ? `is less than ${describe(least)}`
        : minutes > most
          ? `is more than ${describe(most)}`
          : undefined,
  );
}

/** A whole number of days from `least` to `most`; of weeks, if `step` is 7. */
export function wholeDays(doc: string, example: string, least: number, most: number, step: 1 | 7 = 1) {
  const unit = step === 1 ? "days" : "weeks";
  return written(
    readDuration,
    {
      is: "duration",
      doc: `${doc} A whole number of ${unit}.`,
      pattern: DURATION_PATTERN,
      examples: [example],
    },
    (minutes) => {
      if (!Number.isInteger(minutes / 1440 / step)) return `is not a whole number of ${unit}`;
      if (minutes < least * 1440) return `is less than ${describe(least * 1440)}`;
      return minutes > most * 1440 ? `is more than ${describe(most * 1440)}` : undefined;
    },
  );
}

/** A local date. */
export function date(doc: string) {
  return written(readDate, { is: "date", doc, pattern: DATE_PATTERN, examples: ["2026-01-05"] });
}

/** A time of day. */
export function clock(doc: string, example: string) {
  return written(readClock, { is: "time of day", doc, pattern: `^(${CLOCK_PATTERN})$`, examples: [example] });
}

/** A list of weekly hours. */
export function hours(doc: string, example: string) {
  const about = {
    is: "set of weekly hours",
    doc: "Days and hours.",
    pattern: HOURS_PATTERN,
    examples: [example],
  };
  return z.array(written(readHours, about)).max(LIMITS.list).meta({ description: doc });
}

/** A word or a sentence. */
export function words(doc: string, most: number = LIMITS.words) {
  return z.string().min(1).max(most).meta({ description: doc });
}

/** A name that can be a key: no quotes, backslashes or control characters, no blanks at its ends. */
const name = z
  .string()
  .max(LIMITS.name)
  .regex(/^[^\s"\\\p{C}](?:[^"\\\p{C}]*[^\s"\\\p{C}])?$/u);

/** Named things of one kind. */
export function named<T extends z.ZodType>(thing: T, doc: string, { least = 0, most = 50 } = {}) {
  return z
    .record(name, thing)
    .check((context) => {
      const size = Object.keys(context.value).length;
      if (size >= least && size <= most) return;
      const message =
        size < least ? `there are ${size}, fewer than ${least}` : `there are ${size}, more than ${most}`;
      context.issues.push({
        code: "custom",
        input: context.value,
        message,
        params: { code: "out-of-range" },
      });
    })
    .meta({ description: doc, ...(least > 0 ? { minProperties: least } : {}), maxProperties: most });
}

function describe(minutes: number): string {
  for (const [unit, size] of [
    ["day", 1440],
    ["hour", 60],
  ] as const) {
    if (minutes >= size && Number.isInteger(minutes / size)) {
      return `${minutes / size} ${unit}${minutes === size ? "" : "s"}`;
    }
  }
  return `${minutes} minute${minutes === 1 ? "" : "s"}`;
}
