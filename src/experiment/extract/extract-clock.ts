import { type ClockChange, dayNumber, LocalTime } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import type { Offsets } from "../job.ts";
import type { WrittenTime } from "./time-reader.ts";

/** Local midnight of this date is minute 0 while an extract is read; nothing before it is believed. */
export const FIRST_DATE = "2000-01-01";
/** The same as a day number. */
export const FIRST_DAY = dayNumber(FIRST_DATE);
/** Local days from `FIRST_DATE` that can be told. */
export const CLOCK_DAYS = 18_263;

/** Turns what a wall clock showed into minutes since `FIRST_DATE` 00:00 local, and back. */
export class ExtractClock {
  /** Of the last moment: the wall clock showed it twice, and the first time was taken; or never, and the moment of the change was. */
  twice = false;
  never = false;
  readonly #local: LocalTime;
  readonly #offsets: Offsets;
  /** Days in which the clock changes: the local minutes [from, to) that it skips, or shows twice. */
  readonly #changes = new Map<
    number,
    { readonly from: number; readonly to: number; readonly twice: boolean }
  >();

  /** `offsets` are those of `CLOCK_DAYS` from `FIRST_DATE`. */
  constructor(offsets: Offsets) {
    this.#offsets = offsets;
    this.#local = new LocalTime(CLOCK_DAYS, offsets.changes);
    for (const { at, jump } of offsets.changes) {
      // On the day whose wall clock shows the minute before the change.
      const day = this.#local.dayOf(at - 1);
      const minute = this.#local.localMinute(at - 1) + 1;
      const twice = jump < 0;
      this.#changes.set(day, {
        from: twice ? minute + jump : minute,
        to: twice ? minute : minute + jump,
        twice,
      });
    }
  }

  /** [min since `FIRST_DATE` 00:00] NaN for what is out of range. */
  timeOf({ day, minute, offset }: WrittenTime): number {
    this.twice = false;
    this.never = false;
    const since = day - FIRST_DAY;
    if (since < 0 || since >= CLOCK_DAYS) return Number.NaN;
    if (!Number.isNaN(offset)) return since * MINUTES_PER_DAY + minute - offset + this.#offsets.atStart;
    const change = this.#changes.get(since);
    if (change !== undefined && minute >= change.from && minute < change.to) {
      this.twice = change.twice;
      this.never = !change.twice;
    }
    return this.#local.timeOf(since, minute);
  }

  /** The same, of a thing that did not happen before `earliest`: of an hour that the wall clock showed twice, the second where the first would be too early. */
  timeFrom(earliest: number, written: WrittenTime): number {
    const first = this.timeOf(written);
    if (!this.twice || first >= earliest) return first;
    const { from, to } = this.#changes.get(written.day - FIRST_DAY)!;
    return first + to - from;
  }

  /** Local day since `FIRST_DATE`. */
  dayOf(time: number): number {
    return this.#local.dayOf(time);
  }

  hourOf(time: number): number {
    return Math.floor(this.#local.localMinute(time) / 60);
  }

  dayStart(day: number): number {
    return this.#local.dayStart(day);
  }

  /** The local clock over `days` local days from a day on. */
  offsetsFrom(day: number, days: number): Offsets {
    const start = this.dayStart(day);
    const end = this.dayStart(day + days + 1);
    let { atStart } = this.#offsets;
    const changes: ClockChange[] = [];
    for (const { at, jump } of this.#offsets.changes) {
      if (at < start) atStart += jump;
      else if (at <= end) changes.push({ at: at - start, jump });
    }
    return { atStart, changes };
  }

  /** Whether the wall clock of the time zone shows at `time` what was written. */
  agrees(time: number, { day, minute }: WrittenTime): boolean {
    const local = this.#local.dayOf(time);
    return local === day - FIRST_DAY && Math.abs(this.#local.localMinute(time) - minute) < 1 / 60;
  }
}
