import type { Calendar } from "../../model/index.ts";
import { type Act, type Person } from "./staff-acts.ts";
import { MINUTES_PER_SLOT, SLOTS_PER_DAY, SLOTS_PER_WEEK, slotsWorked } from "./week-slots.ts";

/** When people of a team work on messages. */
export interface HoursFit {
  /** By half-hour of the week, within an hour of opening hours. */
  readonly slots: readonly boolean[];
  /** By half-hour of the week: how often work began in it. */
  readonly begun: Float64Array;
  /** People whose own hours differ: their place in the team, and their half-hours. */
  readonly own: readonly { readonly person: number; readonly slots: readonly boolean[] }[];
}

/** [min] Work that takes longer is taken to have paused. */
export const LONGEST_TOUCH = 60;
const AROUND_OPENING = 60;
const ENOUGH_OF_ONE = 400;
const OWN_WEEKDAY = 0.1;

/** When work on a message began: at its reading, where whoever did it read it first and at once, else as long before it was done as the usual touch takes. */
export function beginOf({ at, read }: Act, readsFirst: boolean, usual: number): number {
  return readsFirst && at - read <= LONGEST_TOUCH && at >= read ? read : at - usual;
}

/** `open` says whether a local minute of a weekday is in opening hours, or within an hour of them. */
export function fitHours(
  team: readonly Person[],
  calendar: Calendar,
  begin: (act: Act) => number,
  open: (weekday: number, minute: number) => boolean,
): HoursFit {
  const each = team.map(({ acts }) => begunBySlot(acts, calendar, begin, open));
  const begun = new Float64Array(SLOTS_PER_WEEK);
  for (const slots of each) slots.forEach((n, i) => void (begun[i]! += n));
  const slots = slotsWorked(begun);
  const own = each.flatMap((mine, person) => {
    const differs = ownSlots(mine, begun, slots);
    return differs === undefined || team.length === 1 ? [] : [{ person, slots: differs }];
  });
  return { slots, begun, own };
}

function begunBySlot(
  acts: readonly Act[],
  calendar: Calendar,
  begin: (act: Act) => number,
  open: (weekday: number, minute: number) => boolean,
): Float64Array {
  const begun = new Float64Array(SLOTS_PER_WEEK);
  for (const act of acts) {
    const t = begin(act);
    const day = calendar.dayOf(t);
    if (day < 0 || day >= calendar.days || calendar.isClosed(day)) continue;
    const weekday = calendar.dayOfWeek(day);
    const minute = calendar.localMinute(t);
    if (!open(weekday, minute)) continue;
    begun[weekday * SLOTS_PER_DAY + Math.floor(minute / MINUTES_PER_SLOT)]! += 1;
  }
  return begun;
}

/** The half-hours of somebody who differs from the team: with enough acts, one's own; else the team's less the weekdays on which next to nothing was done. */
function ownSlots(
  mine: Float64Array,
  all: Float64Array,
  team: readonly boolean[],
): readonly boolean[] | undefined {
  const total = mine.reduce((sum, n) => sum + n, 0);
  const share = total / Math.max(1, all.reduce((sum, n) => sum + n, 0));
  if (total >= ENOUGH_OF_ONE) {
    const own = slotsWorked(mine);
    const differing = own.filter((on, i) => on !== team[i]).length;
    return differing > 0.2 * team.filter(Boolean).length ? own : undefined;
  }
  const off = Array.from({ length: 7 }, (_, day) => {
    const at = (slots: Float64Array) =>
      slots.subarray(day * SLOTS_PER_DAY, (day + 1) * SLOTS_PER_DAY).reduce((sum, n) => sum + n, 0);
    const expected = at(all) * share;
    return expected >= 10 && at(mine) < OWN_WEEKDAY * expected;
  });
  if (!off.some(Boolean)) return undefined;
  return team.map((on, i) => on && !off[Math.floor(i / SLOTS_PER_DAY)]);
}

/** Whether a minute lies within an hour of opening hours, by weekday. */
export function aroundOpening(
  hours: readonly (readonly { readonly from: number; readonly to: number }[])[],
): (weekday: number, minute: number) => boolean {
  return (weekday, minute) =>
    hours[weekday]!.some(({ from, to }) => minute >= from - AROUND_OPENING && minute < to + AROUND_OPENING);
}
