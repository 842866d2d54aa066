import { MINUTES_PER_HOUR } from "../../units.ts";
import type { Calendar } from "../calendar.ts";
import type { DemandPattern } from "./demand-pattern.ts";

const HOURS = 24;

/**
 * Time stretched and squeezed so that hour and weekday disappear: messages that come at a constant rate in operational time
 * come by the profile on the clock. It runs from 0 to `total` over the days of the run, about a minute per minute.
 *
 * An hour that the clock skips holds nothing, one that comes twice holds twice as much; an hour of weight 0 has no
 * operational time, so nothing can fall into it.
 */
export class OperationalTime {
  readonly total: number;
  /** Operational time and clock time at the beginning of each hour of each day, and at the end. */
  readonly #counted: Float64Array;
  readonly #starts: Float64Array;

  constructor(pattern: DemandPattern, calendar: Calendar, days: number) {
    const slots = days * HOURS;
    this.#counted = new Float64Array(slots + 1);
    this.#starts = new Float64Array(slots + 1);
    for (let day = 0; day < days; day += 1) {
      const weight = pattern.weekdays[calendar.dayOfWeek(day)]!;
      for (let hour = 0; hour < HOURS; hour += 1) {
        const slot = day * HOURS + hour;
        const to = calendar.timeOf(day, (hour + 1) * MINUTES_PER_HOUR);
        this.#starts[slot + 1] = to;
        this.#counted[slot + 1] =
          this.#counted[slot]! + (to - this.#starts[slot]!) * weight * pattern.hours[hour]!;
      }
    }
    this.total = this.#counted[slots]!;
  }

  /** The hour of the run, counted in slots of 24 a day, that operational time `s` falls in; 0 ≤ s < total. O(log n). */
  slotAt(s: number): number {
    let low = 0;
    let high = this.#counted.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#counted[middle]! <= s) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Clock time at operational time `s`, which falls in `slot` [min since start], not rounded. */
  timeAt(s: number, slot: number): number {
    const from = this.#starts[slot]!;
    const share = (s - this.#counted[slot]!) / (this.#counted[slot + 1]! - this.#counted[slot]!);
    return from + share * (this.#starts[slot + 1]! - from);
  }

  /** The day a slot belongs to. */
  dayOf(slot: number): number {
    return Math.floor(slot / HOURS);
  }

  /** Operational time from the start to the end of a day. */
  countedAtEndOf(day: number): number {
    return this.#counted[(day + 1) * HOURS]!;
  }
}
