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
  /** [min] When the last piece of work was taken up is not told, but the one before was done: nineteen of twenty evenings went on for as long as this at least. */
  readonly atLeast: number;
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
/** Local minutes of a day by which it is known to have opening hours. */
const EVERY_HALF_HOUR = Array.from({ length: SLOTS_PER_DAY }, (_, slot) => slot * MINUTES_PER_SLOT);

/**
 * Evenings of a team: those that begin at the same time of day together, in the order of the week. Days without opening hours stand apart from those that
 * have some where more than one in ten pieces of work begins before the evenings of these. An evening on which nothing waits leaves no trace, so the chance is of those on
 * which, when it would have begun, a message waited that the same person answered later. Of fewer than 20 pieces of work nothing is learned. `away` is by person.
 */
export function fitEvenings(
  team: readonly Person[],
  own: OwnMessages,
  calendar: Calendar,
  begin: (act: Act) => number,
  open: (weekday: number, minute: number) => boolean,
  away: readonly ReadonlySet<number>[],
): readonly EveningFit[] {
  const begun = afterHours(team, calendar, begin, open);
  const isWorkday = (day: number) => EVERY_HALF_HOUR.some((minute) => open(day, minute));
  return sameBeginnings(begun, isWorkday).flatMap(({ days, from }) => {
    const evenings = chancesOf(team, own, calendar, { days, from, away });
    if (evenings.length === 0) return [];
    const worked = evenings.filter(Boolean).length;
    return {
      days,
      from,
      ...lengthOf(team, calendar, days, from),
      probability: wilson(worked / evenings.length, evenings.length),
      evenings: evenings.length,
    };
  });
}

/** By weekday: local minutes at which work began outside hours. Holidays are left out: what is done on them by day is no evening of that weekday. */
function afterHours(
  team: readonly Person[],
  calendar: Calendar,
  begin: (act: Act) => number,
  open: (weekday: number, minute: number) => boolean,
): readonly (readonly number[])[] {
  const begun: number[][] = Array.from({ length: 7 }, () => []);
  for (const { acts } of team) {
    for (const act of acts) {
      const t = begin(act);
      const day = calendar.dayOf(t);
      if (day < 0 || day >= calendar.days || calendar.isClosed(day)) continue;
      const weekday = calendar.dayOfWeek(day);
      const minute = calendar.localMinute(t);
      if (!open(weekday, minute)) begun[weekday]!.push(minute);
    }
  }
  return begun;
}

interface Beginning {
  readonly days: readonly number[];
  readonly from: number;
}

/** Weekdays whose evenings begin together, and when. */
function sameBeginnings(
  begun: readonly (readonly number[])[],
  isWorkday: (day: number) => boolean,
): readonly Beginning[] {
  const known = begun.flatMap((minutes, day) => (minutes.length >= FEWEST_IN_WEEKDAY ? [day] : []));
  const workdays = known.filter(isWorkday);
  const usual = beginningOf(workdays.flatMap((day) => begun[day]!));
  const others = known.filter((day) => !isWorkday(day));
  const joins = (day: number) => {
    const before = begun[day]!.filter((minute) => usual !== undefined && minute < usual - MINUTES_PER_SLOT);
    return usual !== undefined && before.length <= OF_BUSIEST * begun[day]!.length;
  };
  const together = [...workdays, ...others.filter(joins)].sort((a, b) => a - b);
  const apart = others
    .filter((day) => !joins(day))
    .flatMap((day) => {
      const from = beginningOf(begun[day]!);
      return from === undefined ? [] : [{ days: [day], from }];
    });
  return usual === undefined ? apart : [{ days: together, from: usual }, ...apart];
}

/** The first half-hour in which a tenth of what begins in the busiest does; undefined of fewer than 20 pieces of work. */
function beginningOf(minutes: readonly number[]): number | undefined {
  if (minutes.length < FEWEST_ACTS) return undefined;
  const bySlot = new Float64Array(SLOTS_PER_DAY);
  for (const minute of minutes) bySlot[Math.floor(minute / MINUTES_PER_SLOT)]! += 1;
  const busiest = Math.max(...bySlot);
  return bySlot.findIndex((n) => n >= OF_BUSIEST * busiest) * MINUTES_PER_SLOT;
}

/** Evenings of a person on which something waited: whether it was answered then. */
function chancesOf(
  team: readonly Person[],
  own: OwnMessages,
  calendar: Calendar,
  { days, from, away }: Beginning & { readonly away: readonly ReadonlySet<number>[] },
): readonly boolean[] {
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
  return [...waiting.values()];
}

/** Nineteen in twenty of the last moments of an evening, from its beginning, up to the next quarter of an hour; and of the last but one, down to the one before. */
function lengthOf(
  team: readonly Person[],
  calendar: Calendar,
  days: readonly number[],
  from: number,
): Pick<EveningFit, "upTo" | "atLeast"> {
  const ends: (readonly [before: number, last: number])[] = [];
  for (const { acts } of team) {
    const last = new Map<number, readonly [number, number]>();
    for (const { at } of acts) {
      const day = calendar.dayOf(at);
      const since = calendar.localMinute(at) - from;
      if (!days.includes(calendar.dayOfWeek(day))) continue;
      if (since >= 0 && since <= LONGEST) last.set(day, [last.get(day)?.[1] ?? 0, since]);
    }
    ends.push(...last.values());
  }
  const [before, until] = [long(ends.map(([each]) => each)), long(ends.map(([, each]) => each))];
  return {
    upTo: Math.max(STEP, Math.ceil(until / STEP) * STEP),
    atLeast: Math.max(STEP, Math.floor(before / STEP) * STEP),
  };
}

function long(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] ?? STEP;
}
