import type { Calendar } from "../../model/index.ts";
import type { Act, Person } from "./staff-acts.ts";
import { MINUTES_PER_SLOT, SLOTS_PER_DAY, SLOTS_PER_WEEK } from "./week-slots.ts";
import { blocksWorked, type SlotCounts, shiftsWorked } from "./work-slots.ts";

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
const SLOTS_BEFORE_NOON = SLOTS_PER_DAY / 2;
const OWN_HALF_DAY = 0.1;
const SURE = 12;

/** When work on a message began: when it was taken up or, where whoever did it reads first, first read; else the shortest usual touch before it was done. */
export function beginOf({ at, read, begun }: Act, readsFirst: boolean, shortest: number): number {
  if (at - begun <= LONGEST_TOUCH) return begun;
  return readsFirst && at - read <= LONGEST_TOUCH && at >= read ? read : at - shortest;
}

/** How a team's hours are found. */
export interface HoursQuestion {
  readonly begin: (act: Act) => number;
  /** Whether a local minute of a weekday is in opening hours, or within an hour of them. */
  readonly open: (weekday: number, minute: number) => boolean;
  /** Messages by half-hour of the week, for people who take them as they come; absent for those who keep blocks for them. */
  readonly arriving?: Float64Array;
}

export function fitHours(
  team: readonly Person[],
  calendar: Calendar,
  { begin, open, arriving }: HoursQuestion,
): HoursFit {
  const each = team.map(({ acts }) => begunBySlot(acts, calendar, begin, open));
  const all = { begun: new Float64Array(SLOTS_PER_WEEK), late: new Float64Array(SLOTS_PER_WEEK) };
  for (const { begun, late } of each) {
    for (let i = 0; i < SLOTS_PER_WEEK; i += 1) {
      all.begun[i]! += begun[i]!;
      all.late[i]! += late[i]!;
    }
  }
  const slots = arriving === undefined ? blocksWorked(all) : shiftsWorked(all, arriving);
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

/** The half-hours of somebody who differs from the team: the team's less the mornings and afternoons on which next to nothing was done where a dozen pieces would be usual. */
function ownSlots(
  mine: SlotCounts,
  all: SlotCounts,
  team: readonly boolean[],
): readonly boolean[] | undefined {
  const share = total(mine.begun) / Math.max(1, total(all.begun));
  const halves = SLOTS_PER_WEEK / SLOTS_BEFORE_NOON;
  const off = Array.from({ length: halves }, (_, half) => {
    const inHalf = ({ begun }: SlotCounts) =>
      total(begun.subarray(half * SLOTS_BEFORE_NOON, (half + 1) * SLOTS_BEFORE_NOON));
    const expected = inHalf(all) * share;
    return expected >= SURE && inHalf(mine) < OWN_HALF_DAY * expected;
  });
  if (!off.some(Boolean)) return undefined;
  return team.map((on, i) => on && !off[Math.floor(i / SLOTS_BEFORE_NOON)]);
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
