import type { DayInterval, WeeklyHours } from "../../model/index.ts";
import { quoted } from "../json-value.ts";
import { fault, type Reading } from "../quantities/reading.ts";
import { CLOCK_PATTERN, readSpan } from "./clock-time.ts";
import { subtract, union } from "./intervals.ts";
import { readWeekdays, WEEKDAYS, WEEKDAYS_PATTERN } from "./week-days.ts";

const SPAN = `(${CLOCK_PATTERN})-(${CLOCK_PATTERN})`;
export const SPANS = `${SPAN}(, ?${SPAN})*`;
export const HOURS_PATTERN = `^${WEEKDAYS_PATTERN} ${SPANS}( except ${SPANS})?$`;

/** "Mon-Fri 08:30-16:30 except 12:00-12:30": days, hours, and what is taken out of them. */
export function readHours(text: string): Reading<WeeklyHours> {
  const shape = /^([A-Za-z][A-Za-z,\s-]*?)\s+(\d[\d:,\s-]*?)(?:\s+except\s+(\d[\d:,\s-]*))?$/.exec(
    text.trim(),
  );
  if (shape === null) {
    const hint = 'write days and hours, as in "Mon-Fri 08:30-16:30 except 12:00-12:30"';
    return fault("not-hours", `${quoted(text)} is not a set of weekly hours`, hint);
  }
  const days = readWeekdays(shape[1]!);
  if ("fault" in days) return days;
  const within = readSpans(shape[2]!);
  if ("fault" in within) return within;
  const except = shape[3] === undefined ? { value: [] } : readSpans(shape[3]);
  if ("fault" in except) return except;
  const hours = subtract(within.value, except.value);
  return { value: days.value.map((on) => (on ? hours : [])) };
}

/** "08:00-12:00, 13:00-15:00" */
export function readSpans(text: string): Reading<readonly DayInterval[]> {
  const spans: DayInterval[] = [];
  for (const part of text.trim().split(/\s*,\s*/)) {
    const span = readSpan(part);
    if ("fault" in span) return span;
    spans.push(span.value);
  }
  return { value: union(spans) };
}

/** Several weekly hours as one. */
export function mergeHours(all: readonly WeeklyHours[]): WeeklyHours {
  return WEEKDAYS.map((_, day) => union(all.flatMap((hours) => hours[day] ?? [])));
}
