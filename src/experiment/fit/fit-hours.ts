import type { Calendar } from "../../model/index.ts";
import type { Act, Person } from "./staff-acts.ts";
import { MINUTES_PER_SLOT, SLOTS_PER_DAY, SLOTS_PER_WEEK, type SlotCounts, slotsWorked } from "./week-slots.ts";

/** When people of a team work on messages. */
export interface HoursFit {
  /** By half-hour of the week, within an hour of opening hours. */
  readonly slots: readonly boolean[];
  /** How many pieces of work it rests on. */
  readonly acts: number;
  /** People whose own hours differ: their place in the team, and their half-hours. */
  readonly own: readonly { readonly person: number; readonly slots: readonly boolean[] }[];
}

/** [min] Work that takes longer is taken to have paused. */
export const LONGEST_TOUCH = 60;
const AROUND_OPENING = 60;
const ENOUGH_OF_ONE = 400;
const OWN_WEEKDAY = 0.1;

/** When work on a message began: when it was taken up or, where whoever did it reads first, first read; else the shortest usual touch before it was done. */
export function beginOf({ at, read, begun }: Act, readsFirst: boolean, shortest: number): number {
  if (at - begun <= LONGEST_TOUCH) return begun;
  return readsFirst && at - read <= LONGEST_TOUCH && at >= read ? read : at - shortest;
}

/** `open` says whether a local minute of a weekday is in opening hours, or within an hour of them. */
export function fitHours(
  team: readonly Person[],
  calendar: Calendar,
  begin: (act: Act) => number,
  open: (weekday: number, minute: number) => boolean,
): HoursFit {
  const each = team.map(({ acts }) => begunBySlot(acts, calendar, begin, open));
  const all = { begun: new Float64Array(SLOTS_PER_WEEK), late: new Float64Array(SLOTS_PER_WEEK) };
  for (const { begun, late } of each) {
    for (let i = 0; i < SLOTS_PER_WEEK; i += 1) {
      all.begun[i]! += begun[i]!;
      all.late[i]! += late[i]!;
    }
  }
  const slots = slotsWorked(all);
  const own = each.flatMap((mine, person) => {
    const differs = ownSlots(mine, all, slots);
    return differs === undefined || team.length === 1 ? [] : [{ person, slots: differs }];
  });
  return { slots, acts: total(all.begun), own };
}

function begunBySlot(
  acts: readonly Act[],
  calendar: Calendar,
  begin: (act: Act) => number,
  open: (weekday: number, minute: number) => boolean,
): SlotCounts {
  const begun = new Float64Array(SLOTS_PER_WEEK);
  const late = new Float64Array(SLOTS_PER_WEEK);
  for (const act of acts) {
    const t = begin(act);
    const day = calendar.dayOf(t);
    if (day < 0 || day >= calendar.days || calendar.isClosed(day)) continue;
    const weekday = calendar.dayOfWeek(day);
    const minute = calendar.localMinute(t);
    if (!open(weekday, minute)) continue;
    const slot = weekday * SLOTS_PER_DAY + Math.floor(minute / MINUTES_PER_SLOT);
    begun[slot]! += 1;
    if (minute % MINUTES_PER_SLOT >= MINUTES_PER_SLOT / 2) late[slot]! += 1;
  }
  return { begun, late };
}

/** The half-hours of somebody who differs from the team: with enough acts, one's own; else the team's less the weekdays on which next to nothing was done. */
function ownSlots(mine: SlotCounts, all: SlotCounts, team: readonly boolean[]): readonly boolean[] | undefined {
  const acts = total(mine.begun);
  if (acts >= ENOUGH_OF_ONE) {
    const own = slotsWorked(mine);
    const differing = own.filter((on, i) => on !== team[i]).length;
    return differing > 0.2 * team.filter(Boolean).length ? own : undefined;
  }
  const share = acts / Math.max(1, total(all.begun));
  const off = Array.from({ length: 7 }, (_, day) => {
    const onDay = ({ begun }: SlotCounts) => total(begun.subarray(day * SLOTS_PER_DAY, (day + 1) * SLOTS_PER_DAY));
    const expected = onDay(all) * share;
    return expected >= 10 && onDay(mine) < OWN_WEEKDAY * expected;
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

function total(values: Float64Array): number {
  return values.reduce((sum, n) => sum + n, 0);
}
