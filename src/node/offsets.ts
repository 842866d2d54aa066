import type { Offsets } from "../experiment/index.ts";
import { MINUTES_PER_DAY } from "../units.ts";

const NANOSECONDS_PER_MINUTE = 60e9;
const MILLISECONDS_PER_MINUTE = 60e3;

/**
 * The local clock of `timeZone` (IANA name) over `days` local days from the ISO date `start`: what it is at the first instant of
 * that date, and each change after it with the minute at which it happens and by how much [min]. Throws RangeError for a time
 * zone or a date that does not exist.
 */
export async function resolveOffsets(timeZone: string, start: string, days: number): Promise<Offsets> {
  const { Temporal } = await import("temporal-polyfill");
  const first = Temporal.PlainDate.from(start).toZonedDateTime({ timeZone });
  const end = (days + 1) * MINUTES_PER_DAY;
  let offset = first.offsetNanoseconds / NANOSECONDS_PER_MINUTE;
  // A clock that is put on at midnight begins its day late: the skipped time belongs to this day.
  const late = first.hour * 60 + first.minute;
  const atStart = offset - late;
  const changes = late > 0 ? [{ at: 0, jump: late }] : [];
  let next = first.getTimeZoneTransition("next");
  while (next !== null) {
    const at = (next.epochMilliseconds - first.epochMilliseconds) / MILLISECONDS_PER_MINUTE;
    if (at > end) break;
    const after = next.offsetNanoseconds / NANOSECONDS_PER_MINUTE;
    if (after !== offset) changes.push({ at, jump: after - offset });
    offset = after;
    next = next.getTimeZoneTransition("next");
  }
  return { atStart, changes };
}
