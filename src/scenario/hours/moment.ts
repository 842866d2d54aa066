import { dayNumber, type LocalMoment } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { readDate } from "../dates/date.ts";
import { quoted } from "../json-value.ts";
import { fault, type Reading } from "../quantities/reading.ts";
import { CLOCK_PATTERN, readClock } from "./clock-time.ts";

const DATE = "\\d{4}-\\d{2}-\\d{2}";

export const MOMENT_PATTERN = `^${DATE} (${CLOCK_PATTERN})$`;

/** "2026-03-02 08:00": a local date and a time of it. */
export function readMoment(text: string): Reading<LocalMoment> {
  const [date, time, ...more] = text.trim().split(/\s+/);
  if (date === undefined || time === undefined || more.length > 0) {
    const hint = 'write date and time, as in "2026-03-02 08:00"';
    return fault("not-a-moment", `${quoted(text)} is not a date with a time`, hint);
  }
  const day = readDate(date);
  if ("fault" in day) return day;
  const minute = readClock(time);
  return "fault" in minute ? minute : { value: { date, minute: minute.value } };
}

/** Minutes on a wall clock that never changes, so that moments can be set in order. */
export function wallMinute({ date, minute }: LocalMoment): number {
  return dayNumber(date) * MINUTES_PER_DAY + minute;
}
