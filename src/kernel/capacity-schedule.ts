import type { EventHandle } from "./event-calendar.ts";
import { PRIORITY } from "./priority.ts";
import type { Simulation } from "./simulation.ts";

/** From `at` on the capacity is `capacity`, until the next change. */
export interface CapacityChange {
  readonly at: number;
  readonly capacity: number;
}

/** How many are on duty through time: a step function, once or over and over. */
export class CapacitySchedule {
  private readonly changes: readonly CapacityChange[];
  private readonly period: number;

  /**
   * `changes` with `at` strictly increasing and whole `capacity` ≥ 0. Without `period` the last capacity stays for ever,
   * and before the first change the capacity is 0. With `period` all `at` lie in [0, period), and the pattern repeats in
   * both directions of time. Throws a RangeError otherwise.
   */
  constructor(changes: readonly CapacityChange[], period: number = Number.POSITIVE_INFINITY) {
    if (!(period > 0))
      throw new RangeError(`a capacity schedule cannot repeat every ${period}: give a time above 0`);
    if (changes.length === 0) throw new RangeError("a capacity schedule needs at least one change");
    changes.forEach((change, i) => {
      refuseCapacity(change.capacity);
      const before = i > 0 ? changes[i - 1]!.at : Number.NEGATIVE_INFINITY;
      if (!Number.isFinite(change.at) || change.at <= before) {
        throw new RangeError(
          `capacity change at ${change.at} must be finite and after the one before (${before})`,
        );
      }
      if (Number.isFinite(period) && (change.at < 0 || change.at >= period)) {
        throw new RangeError(
          `capacity change at ${change.at} must lie from 0 to before the period ${period}`,
        );
      }
    });
    this.changes = changes.map((change) => ({ ...change }));
    this.period = period;
  }

  /** The capacity at `time`; a change at that very time counts. O(number of changes). */
  capacityAt(time: number): number {
    return this.capacityAfter(this.lastChange(time));
  }

  /**
   * Calls `apply` with the present capacity at once, and again at each change with `PRIORITY.availability`. A schedule
   * that repeats keeps the calendar filled for ever: bound the run by `run(until)`, or call the function that is
   * returned, which ends the following.
   */
  follow(simulation: Simulation, apply: (capacity: number) => void): () => void {
    let last = this.lastChange(simulation.now);
    let pending: EventHandle = 0;
    const changeCapacity = (): void => {
      last += 1;
      scheduleNext();
      apply(this.capacityAfter(last));
    };
    const scheduleNext = (): void => {
      const next = this.timeOf(last + 1);
      if (Number.isFinite(next))
        pending = simulation.scheduleAt(next, changeCapacity, 0, PRIORITY.availability);
    };
    scheduleNext();
    apply(this.capacityAfter(last));
    return () => void simulation.cancel(pending);
  }

  /** Changes have ordinals; those of the cycle that begins at time 0 are 0 to n − 1. */
  private timeOf(ordinal: number): number {
    const count = this.changes.length;
    if (this.period === Number.POSITIVE_INFINITY) {
      return ordinal < 0 ? Number.NEGATIVE_INFINITY : (this.changes[ordinal]?.at ?? Number.POSITIVE_INFINITY);
    }
    const cycle = Math.floor(ordinal / count);
    return cycle * this.period + this.changes[ordinal - cycle * count]!.at;
  }

  private capacityAfter(ordinal: number): number {
    const count = this.changes.length;
    if (this.period === Number.POSITIVE_INFINITY) return this.changes[ordinal]?.capacity ?? 0;
    return this.changes[ordinal - Math.floor(ordinal / count) * count]!.capacity;
  }

  /** Ordinal of the last change at or before `time`. */
  private lastChange(time: number): number {
    const repeats = this.period < Number.POSITIVE_INFINITY;
    // One cycle too early, so that rounding cannot pass over a change.
    let ordinal = repeats ? (Math.floor(time / this.period) - 1) * this.changes.length : -1;
    while (this.timeOf(ordinal + 1) <= time) ordinal += 1;
    return ordinal;
  }
}

/** Throws a RangeError unless `capacity` is a whole number ≥ 0. */
export function refuseCapacity(capacity: number): void {
  if (!Number.isInteger(capacity) || capacity < 0) {
    throw new RangeError(`capacity ${capacity} is not a whole number from 0 on`);
  }
}
