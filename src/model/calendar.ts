import { MINUTES_PER_DAY } from "../units.ts";
import type {
  CalendarSpec,
  ClockChange,
  DayInterval,
  LocalMoment,
  PromiseWithin,
  ServicePromise,
} from "./clinic.ts";
import { civilFromDays, dayNumber, isoDate, weekdayOf } from "./local-date.ts";
import { LocalTime } from "./local-time.ts";
import { MinuteClock } from "./minute-clock.ts";
import { type Outage, Portal } from "./portal.ts";

/**
 * Dates, opening hours and the clocks that run by them, from minute 0 (local midnight of `start`) for `days` local days.
 *
 * A day is a whole number, 0 = the start; the questions about dates are answered for any day, the clocks only count
 * within [0, `end`). All times are [min since start].
 */
export class Calendar {
  readonly days: number;
  /** Midnight after the last day [min]. */
  readonly end: number;
  /** Runs during opening hours. */
  readonly business: MinuteClock;
  /** Runs while patients are awake. */
  readonly waking: MinuteClock;
  /** When patients can send. */
  readonly portal: Portal;

  private readonly spec: CalendarSpec;
  private readonly time: LocalTime;
  private readonly firstDate: number;
  private readonly closed: ReadonlySet<number>;
  private readonly openBefore: Int32Array;

  /** `clockChanges` must cover all `days`. Throws a RangeError on a date that does not exist. */
  constructor(spec: CalendarSpec, start: string, days: number, clockChanges: readonly ClockChange[]) {
    this.spec = spec;
    this.time = new LocalTime(days, clockChanges);
    this.days = days;
    this.end = this.time.end;
    this.firstDate = dayNumber(start);
    this.closed = new Set(spec.closedDates.map((date) => dayNumber(date) - this.firstDate));
    this.openBefore = new Int32Array(days + 1);
    const open: number[] = [];
    const awake: number[] = [];
    const wakingHours = hoursAwake(spec.patientSleep);
    for (let day = 0; day < days; day++) {
      const isOpen = this.opensOn(day);
      this.openBefore[day + 1] = this.openBefore[day]! + (isOpen ? 1 : 0);
      if (isOpen) this.appendStretches(open, day, spec.open[this.dayOfWeek(day)]!);
      this.appendStretches(awake, day, wakingHours);
    }
    this.business = new MinuteClock(open);
    this.waking = new MinuteClock(awake);
    this.portal = new Portal(this.outages());
  }

  /** Local midnight at which day `day` begins [min]. */
  dayStart(day: number): number {
    return this.time.dayStart(day);
  }

  /** The local day that minute `t` falls in; negative before the start. */
  dayOf(t: number): number {
    return this.time.dayOf(t);
  }

  /** What a wall clock shows at `t` [min of the day, 0 … 1440). */
  localMinute(t: number): number {
    return this.time.localMinute(t);
  }

  /** When the wall clock first shows `localMinute` on day `day`; the moment of the change if that minute is skipped. */
  timeOf(day: number, localMinute: number): number {
    return this.time.timeOf(day, localMinute);
  }

  /** 0 = Monday. */
  dayOfWeek(day: number): number {
    return weekdayOf(this.firstDate + day);
  }

  /** ISO date. */
  dateOf(day: number): string {
    return isoDate(this.firstDate + day);
  }

  /** The day with an ISO date; may be negative, or `days` or more. Throws a RangeError unless it is a date. */
  dayOfDate(date: string): number {
    return dayNumber(date) - this.firstDate;
  }

  /** 0 … 11 */
  month(day: number): number {
    return civilFromDays(this.firstDate + day).month;
  }

  year(day: number): number {
    return civilFromDays(this.firstDate + day).year;
  }

  /** Whether the day is a holiday or another closed date. */
  isClosed(day: number): boolean {
    return this.closed.has(day);
  }

  /** Whether the day is a business day: not closed, and with opening hours. */
  isOpenDay(day: number): boolean {
    if (!(day >= 0 && day < this.days)) return this.opensOn(day);
    return this.openBefore[day + 1]! > this.openBefore[day]!;
  }

  /** Business days in [0, `day`); 0 ≤ `day` ≤ `days`. */
  openDaysBefore(day: number): number {
    return this.openBefore[Math.min(Math.max(day, 0), this.days)]!;
  }

  /** The first open minute from `t` on: `t` itself if open then, Infinity if never again. */
  nextOpening(t: number): number {
    return this.business.nextStart(t);
  }

  /**
   * End of opening hours of the `n`-th business day after the day that `t` falls in, `n` ≥ 0; that day itself is number 0,
   * before, during or after its opening hours. A closed day has no number 0, so that 0 means 1 there. Infinity beyond the
   * calendar.
   */
  closingOfBusinessDay(t: number, n: number): number {
    let day = this.dayOf(t);
    let left = this.isOpenDay(day) ? n : Math.max(n, 1);
    while (left > 0) {
      day += 1;
      if (day >= this.days) return Number.POSITIVE_INFINITY;
      if (this.isOpenDay(day)) left -= 1;
    }
    return this.timeOf(day, this.spec.open[this.dayOfWeek(day)]!.at(-1)!.to);
  }

  /**
   * When a message sent at `sent` must have been answered [min]; Infinity beyond the calendar. The clock starts when it is
   * sent, or at the first open minute from then on; `open` minutes pass in business time, `wall` minutes always.
   */
  promiseDue(within: PromiseWithin, starts: ServicePromise["starts"], sent: number): number {
    const start = starts === "when sent" ? sent : this.nextOpening(sent);
    if (start === Number.POSITIVE_INFINITY) return start;
    if (within.clock === "business-day-end") return this.closingOfBusinessDay(start, within.days);
    if (within.clock === "open") return this.business.add(start, within.minutes);
    return start + within.minutes;
  }

  /** Those that touch the calendar. */
  private outages(): Outage[] {
    const { outages = [] } = this.spec;
    return outages
      .filter(({ from, to }) => this.dayOfDate(from.date) < this.days && this.dayOfDate(to.date) >= 0)
      .map(({ from, to, rebound }) => ({ from: this.momentOf(from), to: this.momentOf(to), rebound }));
  }

  /** Outside the calendar, as if all days there were of 24 hours. */
  private momentOf({ date, minute }: LocalMoment): number {
    const day = this.dayOfDate(date);
    if (day < 0) return day * MINUTES_PER_DAY + minute;
    if (day >= this.days) return this.end + (day - this.days) * MINUTES_PER_DAY + minute;
    return minute === MINUTES_PER_DAY ? this.dayStart(day + 1) : this.timeOf(day, minute);
  }

  private opensOn(day: number): boolean {
    return !this.closed.has(day) && this.spec.open[this.dayOfWeek(day)]!.length > 0;
  }

  private appendStretches(bounds: number[], day: number, hours: readonly DayInterval[]): void {
    for (const { from, to } of hours) bounds.push(this.timeOf(day, from), this.timeOf(day, to));
  }
}

function hoursAwake({ from, to }: DayInterval): readonly DayInterval[] {
  if (from > to) return [{ from: to, to: from }];
  if (from === to) return [{ from: 0, to: MINUTES_PER_DAY }];
  return [
    { from: 0, to: from },
    { from: to, to: MINUTES_PER_DAY },
  ];
}
