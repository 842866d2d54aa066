import * as z from "zod/mini";
import { DATE_PATTERN, readDate } from "../dates/date.ts";
import { CLOCK_PATTERN, readClock } from "../hours/clock-time.ts";
import { DUTY_PATTERN, readDuty } from "../hours/duty.ts";
import { HOURS_PATTERN, readHours } from "../hours/weekly-hours.ts";
import { LIMITS } from "../limits.ts";
import { DURATION_PATTERN, readDuration } from "../quantities/duration.ts";
import { described } from "./described.ts";
import { written } from "./written.ts";

/** An object with these keys and no others. */
export function object<T extends z.core.$ZodLooseShape>(doc: string, shape: T) {
  return described(z.strictObject(shape), doc);
}

/** A share of a whole, 0 … 1; `neutral` is the value at which it changes nothing. */
export function share(doc: string, { most = 1, neutral }: { most?: number; neutral?: number } = {}) {
  const number = z.number().check(z.minimum(0), z.maximum(most));
  return described(number, `${doc}.`, { "x-is": "share", ...neutrally(neutral) });
}

/** A number from `least` to `most`; `neutral` is the value at which it changes nothing. */
export function number(doc: string, least: number, most: number, neutral?: number) {
  return described(z.number().check(z.minimum(least), z.maximum(most)), doc, neutrally(neutral));
}

/** Above 0 and at most `most`. */
export function positive(doc: string, most: number) {
  return described(z.number().check(z.positive(), z.maximum(most)), doc);
}

/** A count of things. */
export function count(doc: string, least: number, most: number = Number.MAX_SAFE_INTEGER) {
  return described(z.int().check(z.minimum(least), z.maximum(most)), doc);
}

/** One of these words. */
export function choice<const T extends readonly [string, ...string[]]>(doc: string, values: T) {
  return described(z.enum(values), doc);
}

/** A stretch of time from `least` to `most` minutes. */
export function duration(
  doc: string,
  example: string,
  { least = 0, most = LIMITS.delay }: { least?: number; most?: number } = {},
) {
  const about = { is: "duration", doc, pattern: DURATION_PATTERN, examples: [example] };
  return written(readDuration, about, (minutes) => {
    if (minutes < least) return `is less than ${inWords(least)}`;
    return minutes > most ? `is more than ${inWords(most)}` : undefined;
  });
}

/** A whole number of days from `least` to `most`; of weeks, if `step` is 7. */
export function wholeDays(doc: string, example: string, least: number, most: number, step: 1 | 7 = 1) {
  const unit = step === 1 ? "days" : "weeks";
  const about = {
    is: "duration",
    doc: `${doc} A whole number of ${unit}.`,
    pattern: DURATION_PATTERN,
    examples: [example],
    step: step * 1440,
  };
  return written(readDuration, about, (minutes) => {
    if (!Number.isInteger(minutes / 1440 / step)) return `is not a whole number of ${unit}`;
    if (minutes < least * 1440) return `is less than ${inWords(least * 1440)}`;
    return minutes > most * 1440 ? `is more than ${inWords(most * 1440)}` : undefined;
  });
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
  return described(z.array(written(readHours, about)).check(z.maxLength(LIMITS.list)), doc);
}

/** A list of blocks, of every week or of dates. */
export function blocks(doc: string, example: string) {
  const about = {
    is: "block of hours",
    doc: "Days or dates, and hours.",
    pattern: DUTY_PATTERN,
    examples: [example],
  };
  return described(z.array(written(readDuty, about)).check(z.maxLength(LIMITS.list)), doc);
}

/** A word or a sentence. */
export function words(doc: string, most: number = LIMITS.words) {
  return described(z.string().check(z.minLength(1), z.maxLength(most)), doc);
}

/** Control characters, marks that turn or hide text, halves of surrogate pairs: by code, because engines know different Unicode. */
const UNSEEN =
  "\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ud800-\\udfff";
const WITHIN = `[^"\\\\${UNSEEN}]`;
const AT_ENDS = `[^\\s"\\\\${UNSEEN}]`;

/** A name that can be a key: no quotes, backslashes or unseen characters, no blanks at its ends. */
const name = z
  .string()
  .check(z.maxLength(LIMITS.name), z.regex(new RegExp(`^${AT_ENDS}(?:${WITHIN}*${AT_ENDS})?$`, "u")));

/** A list of at most `most` things. */
export function listOf<T extends z.ZodMiniType>(thing: T, doc: string, most: number) {
  return described(z.array(thing).check(z.maxLength(most)), doc);
}

/** Named things of one kind. */
export function named<T extends z.ZodMiniType>(thing: T, doc: string, { least = 0, most = 50 } = {}) {
  const map = z.record(name, thing).check((context) => {
    const size = Object.keys(context.value).length;
    if (size >= least && size <= most) return;
    const message =
      size < least ? `there are ${size}, fewer than ${least}` : `there are ${size}, more than ${most}`;
    context.issues.push({ code: "custom", input: context.value, message, params: { code: "out-of-range" } });
  });
  return described(map, doc, { ...(least > 0 ? { minProperties: least } : {}), maxProperties: most });
}

function neutrally(neutral: number | undefined): Readonly<Record<string, unknown>> {
  return neutral === undefined ? {} : { "x-neutral": neutral };
}

function inWords(minutes: number): string {
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
