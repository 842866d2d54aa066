import type { Model } from "../compile.ts";
import type { ClinicObserver } from "../observer.ts";

/** Follows the number of open messages from week to week; weeks are seven local days from the start of the run, whole ones only. */
export class WeeklyOpen implements ClinicObserver {
  /** Beginning of each week, and end of the last [min since start]. */
  readonly #bounds: readonly number[];
  /** Number of open messages, added up over each week [message min]. */
  readonly #areas: Float64Array<ArrayBuffer>;
  #week = 0;
  #since = 0;
  #open = 0;

  constructor({ calendar, days }: Model) {
    const weeks = Math.floor(days / 7);
    this.#bounds = Array.from({ length: weeks + 1 }, (_, week) => calendar.dayStart(7 * week));
    this.#areas = new Float64Array(weeks);
  }

  openChanged(time: number, open: number): void {
    this.#holdUntil(time);
    this.#open = open;
  }

  /** Mean number of open messages by week; to be asked when the run is over. */
  means(): Float64Array<ArrayBuffer> {
    this.#holdUntil(this.#bounds.at(-1)!);
    return this.#areas.map((area, week) => area / (this.#bounds[week + 1]! - this.#bounds[week]!));
  }

  #holdUntil(time: number): void {
    while (this.#week < this.#areas.length && this.#since < time) {
      const end = this.#bounds[this.#week + 1]!;
      const until = Math.min(time, end);
      this.#areas[this.#week]! += this.#open * (until - this.#since);
      this.#since = until;
      if (until === end) this.#week += 1;
    }
  }
}
