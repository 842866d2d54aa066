import { civilFromDays, dayNumber } from "../model/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../units.ts";
import type { Offsets } from "./job.ts";

const NANOSECONDS_PER_MINUTE = 60e9;
const MILLISECONDS_PER_MINUTE = 60e3;

/** An instant as a time zone's clocks show it. */
export interface ZonedInstant {
  readonly hour: number;
  readonly minute: number;
  readonly epochMilliseconds: number;
}

/** What the surroundings know of time zones: the functions of that name of Temporal's `ZonedDateTime`. */
export interface ZoneData<Instant extends ZonedInstant> {
  /** Throws RangeError for a time zone or a date that does not exist. */
  fromFields(fields: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly timeZone: string;
  }): Instant;
  startOfDay(instant: Instant): Instant;
  offsetNanoseconds(instant: Instant): number;
  getTimeZoneTransition(instant: Instant, direction: "next"): Instant | null;
}

/**
 * The local clock of `timeZone` (IANA name) over `days` local days from the ISO date `start`: what it is at the first instant of
 * that date, and each change after it with the minute at which it happens and by how much [min]. Throws as `fromFields`.
 */
export function localOffsets<Instant extends ZonedInstant>(
  { fromFields, startOfDay, offsetNanoseconds, getTimeZoneTransition }: ZoneData<Instant>,
  timeZone: string,
  start: string,
  days: number,
): Offsets {
  const { year, month, day } = civilFromDays(dayNumber(start));
  const first = startOfDay(fromFields({ year, month: month + 1, day, timeZone }));
  const end = (days + 1) * MINUTES_PER_DAY;
  let offset = offsetNanoseconds(first) / NANOSECONDS_PER_MINUTE;
  // A clock that is put on at midnight begins its day late: the skipped time belongs to this day.
  const late = first.hour * MINUTES_PER_HOUR + first.minute;
  const atStart = offset - late;
  const changes = late > 0 ? [{ at: 0, jump: late }] : [];
  let next = getTimeZoneTransition(first, "next");
  while (next !== null) {
    const at = (next.epochMilliseconds - first.epochMilliseconds) / MILLISECONDS_PER_MINUTE;
    if (at > end) break;
    const after = offsetNanoseconds(next) / NANOSECONDS_PER_MINUTE;
    if (after !== offset) changes.push({ at, jump: after - offset });
    offset = after;
    next = getTimeZoneTransition(next, "next");
  }
  return { atStart, changes };
}
