import type { Calendar } from "../../model/index.ts";
import type { ExtractRoster } from "../extract/extract-roster.ts";
import type { HoursFit } from "./fit-hours.ts";
import type { Person } from "./staff-acts.ts";
import { MINUTES_PER_SLOT, SLOTS_PER_DAY, SLOTS_PER_WEEK } from "./week-slots.ts";

const OF_WEEKS = 0.5;

/**
 * Hours of a team from a roster: the half-hours that are in it in at least half of the weeks in which the person has any shift on that weekday. Undefined where nobody of
 * the team is in it.
 */
export function rosterHours(
  roster: ExtractRoster,
  people: readonly Person[],
  calendar: Calendar,
): HoursFit | undefined {
  const each = people.map(({ staff }) => slotsOf(roster, staff, calendar));
  const known = each.filter((slots) => slots !== undefined);
  if (known.length === 0) return undefined;
  const begun = new Float64Array(SLOTS_PER_WEEK);
  for (const slots of known) {
    for (let i = 0; i < SLOTS_PER_WEEK; i += 1) begun[i]! += slots[i] === true ? 1 : 0;
  }
  const slots = Array.from(begun, (n) => 2 * n >= known.length);
  const own = each.flatMap((mine, person) =>
    mine === undefined || mine.every((on, i) => on === slots[i]) ? [] : [{ person, slots: mine }],
  );
  return { slots, acts: begun.reduce((sum, n) => sum + n, 0), own };
}

function slotsOf(roster: ExtractRoster, staff: number, calendar: Calendar): readonly boolean[] | undefined {
  const counts = new Float64Array(SLOTS_PER_WEEK);
  const days = new Set<number>();
  for (let i = 0; i < roster.from.length; i += 1) {
    if (roster.staff[i] !== staff) continue;
    const day = calendar.dayOf(roster.from[i]!);
    if (day < 0 || day >= calendar.days) continue;
    days.add(day);
    const first = Math.round(calendar.localMinute(roster.from[i]!) / MINUTES_PER_SLOT);
    const length = Math.round((roster.to[i]! - roster.from[i]!) / MINUTES_PER_SLOT);
    const at = calendar.dayOfWeek(day) * SLOTS_PER_DAY;
    for (let slot = first; slot < Math.min(first + length, SLOTS_PER_DAY); slot += 1) counts[at + slot]! += 1;
  }
  if (days.size === 0) return undefined;
  const dates = new Float64Array(7);
  for (const day of days) dates[calendar.dayOfWeek(day)]! += 1;
  return Array.from(counts, (n, i) => n > 0 && n >= OF_WEEKS * dates[Math.floor(i / SLOTS_PER_DAY)]!);
}
