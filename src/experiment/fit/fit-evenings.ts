import type { Calendar } from "../../model/index.ts";
import type { Bounds } from "./bounds.ts";
import { wilson } from "./clustered-share.ts";
import { endOf, type OwnMessages } from "./own-messages.ts";
import type { Act, Person } from "./staff-acts.ts";
import { MINUTES_PER_SLOT, SLOTS_PER_DAY } from "./week-slots.ts";

/** Work on messages after hours. */
export interface EveningFit {
  /** Weekdays on which it was seen, 0 = Monday. */
  readonly days: readonly number[];
  /** Local minute at which it begins, to the half-hour. */
  readonly from: number;
  /** [min] Nineteen of twenty evenings ended within it. */
  readonly upTo: number;
  /** Chance that somebody for whom something waits works in such an evening. */
  readonly probability: Bounds;
  /** Evenings of a person on which something waited. */
  readonly evenings: number;
}

const FEWEST_ACTS = 20;
const OF_BUSIEST = 0.1;
const FEWEST_IN_WEEKDAY = 5;
const STEP = 15;
const LONGEST = 300;

/**
 * Evenings of a team. An evening on which nothing waits leaves no trace, so the chance is of those on which, when it would have begun, a message
 * waited that the same person answered later. Undefined where fewer than 20 pieces of work were begun outside hours. `away` is by person.
 */
export function fitEvenings(
  team: readonly Person[],
  own: OwnMessages,
  calendar: Calendar,
  begin: (act: Act) => number,
  open: (weekday: number, minute: number) => boolean,
  away: readonly ReadonlySet<number>[],
): EveningFit | undefined {
  const bySlot = new Float64Array(SLOTS_PER_DAY);
  const byWeekday = new Float64Array(7);
  let total = 0;
  for (const { acts } of team) {
    for (const act of acts) {
      const t = begin(act);
      const day = calendar.dayOf(t);
      if (day < 0 || day >= calendar.days) continue;
      const weekday = calendar.dayOfWeek(day);
      const minute = calendar.localMinute(t);
      if (!calendar.isClosed(day) && open(weekday, minute)) continue;
      bySlot[Math.floor(minute / MINUTES_PER_SLOT)]! += 1;
      byWeekday[weekday]! += 1;
      total += 1;
    }
  }
  if (total < FEWEST_ACTS) return undefined;
  const busiest = Math.max(...bySlot);
  const from = bySlot.findIndex((n) => n >= OF_BUSIEST * busiest) * MINUTES_PER_SLOT;
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => byWeekday[day]! >= FEWEST_IN_WEEKDAY);
  if (days.length === 0) return undefined;
  const waiting = new Map<number, boolean>();
  const ordinal = new Map(team.map(({ staff }, i) => [staff, i]));
  for (let i = 0; i < own.count; i += 1) {
    const person = ordinal.get(own.staff[i]!);
    const ended = endOf(own, i);
    const ready = Number.isNaN(own.read[i]!) || own.read[i] === ended ? own.sent[i]! : own.read[i]!;
    if (person === undefined || Number.isNaN(ended)) continue;
    const last = Math.min(calendar.dayOf(ended), calendar.days - 1);
    for (let day = Math.max(0, calendar.dayOf(ready)); day <= last; day += 1) {
      const at = calendar.timeOf(day, from);
      if (at < ready || at >= ended || away[person]!.has(day)) continue;
      if (!days.includes(calendar.dayOfWeek(day))) continue;
      const key = person * calendar.days + day;
      waiting.set(key, waiting.get(key) === true || ended <= at + LONGEST);
    }
  }
  const evenings = waiting.size;
  const worked = [...waiting.values()].filter(Boolean).length;
  if (evenings === 0) return undefined;
  return {
    days,
    from,
    upTo: lengthOf(team, calendar, from),
    probability: wilson(worked / evenings, evenings),
    evenings,
  };
}

/** Nineteen in twenty of the last moments of an evening, from its beginning, up to the next quarter of an hour. */
function lengthOf(team: readonly Person[], calendar: Calendar, from: number): number {
  const lengths: number[] = [];
  for (const { acts } of team) {
    const last = new Map<number, number>();
    for (const { at } of acts) {
      const day = calendar.dayOf(at);
      const since = calendar.localMinute(at) - from;
      if (since >= 0 && since <= LONGEST) last.set(day, Math.max(last.get(day) ?? 0, since));
    }
    lengths.push(...last.values());
  }
  lengths.sort((a, b) => a - b);
  const long = lengths[Math.min(lengths.length - 1, Math.floor(0.95 * lengths.length))] ?? STEP;
  return Math.max(STEP, Math.ceil(long / STEP) * STEP);
}
