import type { Calendar } from "../../model/index.ts";
import { exp, log, logGamma } from "../../random/index.ts";
import type { Bounds } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";

/** When threads begin: by hour of the day and by weekday, as a scenario has it; closed dates are apart. */
export interface ProfileFit {
  /** Weights of 24 hours, mean 1; hours of fewer than five threads have the mean of the cell they are pooled into. */
  readonly hourOfDay: readonly number[];
  /** Threads on a date of each weekday that is not closed, Monday first, in the mean. */
  readonly dayOfWeek: readonly number[];
  /** Threads on a closed date over those on a Sunday that is not: the model takes them to be alike. NaN ends without any. */
  readonly closedOverSunday: Bounds;
  readonly closedDates: number;
  /** Largest difference, over hours, between the share of a weekend's threads sent by that hour and the share of a workday's: the model has one profile for both. */
  readonly weekendDiffers: number;
  /** Of threads, the share that would have to have come in another hour of the week for hours and weekdays to be independent, as the model has them; and what chance alone makes of that. */
  readonly misplaced: number;
  readonly misplacedByChance: number;
  /** By hour and by weekday: the share of threads, of the weeks from the first day on; their intervals hold how weeks differ. */
  readonly hourShares: readonly Bounds[];
  readonly weekdayShares: readonly Bounds[];
}

const HOURS = 24;
const DAYS_PER_WEEK = 7;
const SUNDAY = 6;
const SATURDAY = 5;
const FEWEST_IN_CELL = 5;

/** By local hour: `counts` has days × 24 threads that began; days from `from` to before `to` are watched in full, but for those of which the log tells nothing. */
export function fitProfile(
  counts: Float64Array,
  calendar: Calendar,
  { from, to }: { readonly from: number; readonly to: number },
  isTold: (day: number) => boolean,
): ProfileFit {
  const hours = new Float64Array(HOURS);
  const week = new Float64Array(7 * HOURS);
  const byWeekday = new Float64Array(7);
  const dates = new Float64Array(7);
  const [workday, weekend] = [new Float64Array(HOURS), new Float64Array(HOURS)];
  let closed = 0;
  let closedDates = 0;
  for (let day = from; day < to; day += 1) {
    if (!isTold(day)) continue;
    const weekday = calendar.dayOfWeek(day);
    const isClosed = calendar.isClosed(day);
    if (isClosed) closedDates += 1;
    else dates[weekday]! += 1;
    for (let hour = 0; hour < HOURS; hour += 1) {
      const count = counts[day * HOURS + hour]!;
      hours[hour]! += count;
      if (isClosed) closed += count;
      else {
        byWeekday[weekday]! += count;
        week[weekday * HOURS + hour]! += count;
      }
      (isClosed || weekday >= SATURDAY ? weekend : workday)[hour]! += count;
    }
  }
  const total = sum(hours);
  const sundays = byWeekday[SUNDAY]!;
  const ratio = closed / closedDates / (sundays / dates[SUNDAY]!);
  // The logarithm of a ratio of two counts of rare things has variance 1/a + 1/b.
  const half = 1.96 * Math.sqrt(1 / closed + 1 / sundays);
  const known = closedDates > 0 && closed >= FEWEST_IN_CELL && sundays >= FEWEST_IN_CELL;
  return {
    hourOfDay: pooled(hours).map((count) => (total > 0 ? (count * HOURS) / total : 1)),
    dayOfWeek: pooled(byWeekday).map((count, i) => (dates[i]! > 0 ? count / dates[i]! : 0)),
    ...misplaced(week),
    hourShares: sharesBy(HOURS, (_, hour) => hour, counts, from, to),
    weekdayShares: sharesBy(DAYS_PER_WEEK, (day) => calendar.dayOfWeek(day), counts, from, to),
    closedOverSunday: known
      ? { estimate: ratio, low: Math.max(0, ratio * (1 - half)), high: ratio * (1 + half) }
      : { estimate: ratio, low: Number.NaN, high: Number.NaN },
    closedDates,
    weekendDiffers: apart(workday, weekend),
  };
}

/** Shares of threads by `of` (day, hour), weeks being clusters. */
function sharesBy(
  cells: number,
  of: (day: number, hour: number) => number,
  counts: Float64Array,
  from: number,
  to: number,
): readonly Bounds[] {
  const weeks = Math.ceil((to - from) / DAYS_PER_WEEK);
  const all = new Float64Array(weeks);
  const mine = Array.from({ length: cells }, () => new Float64Array(weeks));
  for (let day = from; day < to; day += 1) {
    const week = Math.floor((day - from) / DAYS_PER_WEEK);
    for (let hour = 0; hour < HOURS; hour += 1) {
      const count = counts[day * HOURS + hour]!;
      all[week]! += count;
      mine[of(day, hour)]![week]! += count;
    }
  }
  return mine.map((each) => clusteredShare(each, all));
}

/** Half the sum of differences between a table of 7 × 24 counts and the product of its margins, as a share of all; the same in the mean where counts are Poisson's around that. */
function misplaced(week: Float64Array): Pick<ProfileFit, "misplaced" | "misplacedByChance"> {
  const all = sum(week);
  if (all === 0) return { misplaced: 0, misplacedByChance: 0 };
  let [off, chance] = [0, 0];
  for (let i = 0; i < week.length; i += 1) {
    const weekday = Math.floor(i / HOURS);
    const inDay = sum(week.subarray(weekday * HOURS, (weekday + 1) * HOURS)) / all;
    let inHour = 0;
    for (let day = 0; day < DAYS_PER_WEEK; day += 1) inHour += week[day * HOURS + (i % HOURS)]! / all;
    const expected = inDay * inHour * all;
    off += Math.abs(week[i]! - expected);
    // Margins take their part of the variance.
    chance += meanDeviation(expected) * Math.sqrt((1 - inDay) * (1 - inHour));
  }
  return { misplaced: off / (2 * all), misplacedByChance: chance / (2 * all) };
}

/** E|X − m| of Poisson's law with mean m (de Moivre): 2 e^−m m^(k+1) ∕ k!, k = ⌊m⌋. */
function meanDeviation(m: number): number {
  if (m === 0) return 0;
  const k = Math.floor(m);
  return 2 * exp((k + 1) * log(m) - m - logGamma(k + 1));
}

/**
 * Counts in which small cells, next to one another or nearly, share what they have until those that share hold five; large cells and empty ones stay as
 * they are. Fewer than five in all go to the largest cell, so that nothing says where they were.
 */
export function pooled(counts: ArrayLike<number>): readonly number[] {
  const result = Array.from(counts);
  const small = result.flatMap((count, i) => (count > 0 && count < FEWEST_IN_CELL ? [i] : []));
  const groups: number[][] = [];
  let group: number[] = [];
  const held = (cells: readonly number[]) => cells.reduce((all, i) => all + counts[i]!, 0);
  for (const i of small) {
    group.push(i);
    if (held(group) < FEWEST_IN_CELL) continue;
    groups.push(group);
    group = [];
  }
  const last = groups.at(-1);
  if (last !== undefined) last.push(...group);
  else if (group.length > 0) {
    const largest = result.indexOf(Math.max(...result));
    if (result[largest]! < FEWEST_IN_CELL) groups.push(group);
    else {
      result[largest]! += held(group);
      for (const i of group) result[i] = 0;
    }
  }
  for (const cells of groups) {
    const share = held(cells) / cells.length;
    for (const i of cells) result[i] = share;
  }
  return result;
}

function apart(a: Float64Array, b: Float64Array): number {
  const [all, others] = [sum(a), sum(b)];
  if (all === 0 || others === 0) return 0;
  let [upTo, alike, largest] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    upTo += a[i]! / all;
    alike += b[i]! / others;
    largest = Math.max(largest, Math.abs(upTo - alike));
  }
  return largest;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
