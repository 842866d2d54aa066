import { MINUTES_PER_DAY } from "../units.ts";
import type { ClockChange } from "./clinic.ts";

/**
 * Which local day, and which minute on the wall clock, every minute of a run is; and back.
 *
 * Day 0 begins at minute 0. A day has 1440 minutes, less the hour that is skipped in it or plus the one that comes twice.
 * Outside the days that were asked for, every day has 1440.
 */
export class LocalTime {
  readonly days: number;
  /** Midnight after the last day [min]. */
  readonly end: number;

  private readonly starts: Float64Array;
  private readonly changes = new Map<number, ClockChange[]>();

  /** Changes before minute 0 or after the last day are ignored. Throws a RangeError unless `days` is a whole number ≥ 0. */
  constructor(days: number, clockChanges: readonly ClockChange[]) {
    if (!(Number.isInteger(days) && days >= 0)) {
      throw new RangeError(`${days} days: give a whole number, 0 or more`);
    }
    this.days = days;
    this.starts = new Float64Array(days + 1);
    const inOrder = [...clockChanges].sort((a, b) => a.at - b.at);
    let next = 0;
    while (next < inOrder.length && inOrder[next]!.at < 0) next += 1;
    for (let day = 0; day < days; day++) {
      const start = this.starts[day]!;
      let end = start + MINUTES_PER_DAY;
      while (next < inOrder.length && changesWithin(inOrder[next]!, end)) {
        const change = inOrder[next++]!;
        this.changes.set(day, [...(this.changes.get(day) ?? []), change]);
        end -= change.jump;
      }
      this.starts[day + 1] = end;
    }
    this.end = this.starts[days]!;
  }

  /** Local midnight at which day `day` begins [min]. */
  dayStart(day: number): number {
    if (day < 0) return day * MINUTES_PER_DAY;
    if (day > this.days) return this.end + (day - this.days) * MINUTES_PER_DAY;
    return this.starts[day]!;
  }

  /** The local day that minute `t` falls in. */
  dayOf(t: number): number {
    if (t < 0) return Math.floor(t / MINUTES_PER_DAY);
    if (t >= this.end) return this.days + Math.floor((t - this.end) / MINUTES_PER_DAY);
    let day = Math.min(Math.floor(t / MINUTES_PER_DAY), this.days - 1);
    while (this.starts[day]! > t) day -= 1;
    while (this.starts[day + 1]! <= t) day += 1;
    return day;
  }

  /** What a wall clock shows at `t` [min of the day, 0 … 1440). */
  localMinute(t: number): number {
    const day = this.dayOf(t);
    let minute = t - this.dayStart(day);
    for (const change of this.changes.get(day) ?? []) if (change.at <= t) minute += change.jump;
    return minute;
  }

  /**
   * When the wall clock shows `minute` on day `day`: the first time if it does so twice, the moment of the change if that
   * minute is skipped. Minutes from 1440 on belong to the days after.
   */
  timeOf(day: number, minute: number): number {
    if (minute >= MINUTES_PER_DAY) return this.timeOf(day + 1, minute - MINUTES_PER_DAY);
    let time = this.dayStart(day) + minute;
    const changes = this.changes.get(day);
    if (changes === undefined) return time; // every day but two a year
    for (const change of changes) {
      if (time >= change.at) time = Math.max(change.at, time - change.jump);
    }
    return time;
  }
}

/** A clock that is put back at midnight shows the old date again; one that is put on at midnight shows the new one. */
function changesWithin(change: ClockChange, end: number): boolean {
  return change.jump < 0 ? change.at <= end : change.at < end;
}
