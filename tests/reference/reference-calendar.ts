import type { CalendarSpec, ClockChange, DayInterval, WeeklyHours } from "../../src/model/clinic.ts";

/** A stretch of whole minutes since start, `to` excluded. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The calendar as a list of every single minute: slow, obvious, and sharing nothing with the real one. */
export interface MinuteCalendar {
  readonly days: number;
  readonly end: number;
  /** ISO date of each local day. */
  readonly dates: readonly string[];
  /** Local day of each minute. */
  readonly dayAt: Int32Array;
  readonly dayStart: readonly number[];
  readonly weekday: readonly number[];
  readonly closed: readonly boolean[];
  /** Closed for want of opening hours, or of an open date. */
  readonly open: readonly boolean[];
  readonly waking: Uint8Array;
  /** Whether a minute is within opening hours. */
  readonly opening: Uint8Array;
  /** Open minutes before each minute. */
  readonly openBefore: Int32Array;
  timeOf(day: number, localMinute: number): number;
  /** When the last opening hours of a business day end. */
  closing(day: number): number;
  spans(week: WeeklyHours, day: number): Span[];
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The ISO dates from `start` on, counted on a paper calendar. */
export function datesFrom(start: string, days: number): string[] {
  let [year, month, day] = start.split("-").map(Number) as [number, number, number];
  const dates: string[] = [];
  for (let i = 0; i < days; i += 1) {
    dates.push(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const length = month === 2 && leap ? 29 : MONTH_LENGTHS[month - 1]!;
    day += 1;
    if (day > length) {
      day = 1;
      month += 1;
    }
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return dates;
}

/** Monday 0 … Sunday 6, by Sakamoto's table. */
function weekdayOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const table = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  const sunday0 =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + table[month - 1]! + day) % 7;
  return (sunday0 + 6) % 7;
}

/** `spareDays` are walked too, so that time can be counted past the end. */
export function minuteCalendar(
  spec: CalendarSpec,
  start: string,
  days: number,
  changes: readonly ClockChange[],
  spareDays: number,
): MinuteCalendar {
  const dates = datesFrom(start, days + spareDays);
  const dayAt: number[] = [];
  const localAt: number[] = [];
  const dayStart: number[] = [0];
  let local = 0;
  let day = 0;
  for (let t = 0; day < days + spareDays; t += 1) {
    for (const change of changes) if (change.at === t && t > 0) local += change.jump;
    if (local >= 1440) {
      local -= 1440;
      day += 1;
      dayStart.push(t);
    }
    dayAt.push(day);
    localAt.push(local);
    local += 1;
  }
  const timeOf = (d: number, minute: number): number => {
    if (minute >= 1440) return dayStart[d + 1]!;
    let t = dayStart[d]!;
    while (dayAt[t] === d && localAt[t]! < minute) t += 1;
    return t;
  };
  const span = (d: number, interval: DayInterval): Span => ({
    from: timeOf(d, interval.from),
    to: timeOf(d, interval.to),
  });
  const weekday = dates.map(weekdayOf);
  const closed = dates.map((date) => spec.closedDates.includes(date));
  const waking = new Uint8Array(dayAt.length).fill(1);
  const { from, to } = spec.patientSleep;
  const naps =
    from <= to
      ? [{ from, to }]
      : [
          { from: 0, to },
          { from, to: 1440 },
        ];
  for (let d = 0; d < days + spareDays - 1; d += 1) {
    for (const nap of naps) {
      const asleep = span(d, nap);
      waking.fill(0, asleep.from, asleep.to);
    }
  }
  const spans = (week: WeeklyHours, d: number): Span[] =>
    closed[d] ? [] : week[weekday[d]!]!.map((interval) => span(d, interval));
  const opening = new Uint8Array(dayAt.length);
  for (let d = 0; d < days + spareDays - 1; d += 1) {
    for (const hours of spans(spec.open, d)) opening.fill(1, hours.from, hours.to);
  }
  const openBefore = new Int32Array(dayAt.length + 1);
  opening.forEach((open, t) => {
    openBefore[t + 1] = openBefore[t]! + open;
  });
  return {
    days,
    end: dayStart[days]!,
    dates,
    dayAt: Int32Array.from(dayAt),
    dayStart,
    weekday,
    closed,
    open: dates.map((_, d) => !closed[d] && spec.open[weekday[d]!]!.length > 0),
    waking,
    opening,
    openBefore,
    timeOf,
    closing: (d) => timeOf(d, spec.open[weekday[d]!]!.at(-1)!.to),
    spans,
  };
}
