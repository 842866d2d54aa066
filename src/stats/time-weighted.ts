/**
 * The time average of a quantity that jumps at known times (queue length, servers busy); O(1) per change.
 *
 * Times are in any one unit, [min] in this package; every stretch counts by how long it lasted, stretches at
 * zero too. Only time inside `observed` counts; changes outside it are followed but not counted, so that a
 * warm-up and a run-out need no clearing of state.
 */
export class TimeWeighted {
  #value: number;
  #last: number;
  #start: number;
  readonly #end: number;
  #area = 0;
  #duration = 0;
  #min = Infinity;
  #max = -Infinity;

  /**
   * Starts at time `start` with the value `initial`; observes from `start` on, or only within `observed`.
   * Throws RangeError when a number is not finite (`observed.end` may be Infinity).
   */
  constructor(start: number, initial = 0, observed?: { readonly start: number; readonly end: number }) {
    if (!Number.isFinite(start)) throw new RangeError(`start must be a finite time, got ${start}`);
    if (!Number.isFinite(initial)) throw new RangeError(`the initial value must be finite, got ${initial}`);
    const from = observed?.start ?? start;
    const end = observed?.end ?? Infinity;
    if (!(from <= end) || !Number.isFinite(from)) {
      throw new RangeError(`observed must run from a finite start to a later end, got ${from} to ${end}`);
    }
    this.#value = initial;
    this.#last = start;
    this.#start = from;
    this.#end = end;
  }

  /** The quantity is `value` from `time` on. Throws RangeError if time runs backwards or a number is not finite. */
  set(time: number, value: number): void {
    if (value - value !== 0) throw new RangeError(`a time-weighted value must be finite, got ${value}`);
    this.advance(time);
    this.#value = value;
  }

  /** The quantity changes by `delta` at `time`. Throws like `set`. */
  add(time: number, delta: number): void {
    this.set(time, this.#value + delta);
  }

  /** Counts the present value up to `time`, without changing it. Throws RangeError if time runs backwards. */
  advance(time: number): void {
    const last = this.#last;
    if (!(time >= last) || time === Infinity) this.#refuse(time);
    const start = this.#start;
    const end = this.#end;
    const held = (time < end ? time : end) - (last > start ? last : start);
    if (held > 0) {
      const value = this.#value;
      this.#area += value * held;
      this.#duration += held;
      if (value < this.#min) this.#min = value;
      if (value > this.#max) this.#max = value;
    }
    this.#last = time;
  }

  #refuse(time: number): never {
    throw new RangeError(
      `time must be finite and may not run backwards: got ${time} after ${this.#last}; feed changes in order of time`,
    );
  }

  /** The present value. */
  get value(): number {
    return this.#value;
  }

  /** Integral of the quantity over the observed time up to `until` [unit × min]; `until` must not lie in the past. */
  integral(until: number): number {
    return this.#area + this.#value * this.#pending(until);
  }

  /** Observed time up to `until` [min], merged periods included. */
  duration(until: number): number {
    return this.#duration + this.#pending(until);
  }

  /** Time average over the observed time up to `until`; NaN when none has passed. */
  mean(until: number): number {
    const duration = this.duration(until);
    return duration > 0 ? this.integral(until) / duration : NaN;
  }

  #pending(until: number): number {
    if (!(until >= this.#last) || until === Infinity) this.#refuse(until);
    return Math.max(0, Math.min(until, this.#end) - Math.max(this.#last, this.#start));
  }

  /**
   * Smallest value held for some observed time, or held now; NaN before any. A value that lasted no time does
   * not count, so that the order of simultaneous changes does not show.
   */
  get min(): number {
    const low = this.#observing() ? Math.min(this.#min, this.#value) : this.#min;
    return low === Infinity ? NaN : low;
  }

  /** Largest value, on the same terms as `min`. */
  get max(): number {
    const high = this.#observing() ? Math.max(this.#max, this.#value) : this.#max;
    return high === -Infinity ? NaN : high;
  }

  #observing(): boolean {
    return this.#last >= this.#start && this.#last < this.#end;
  }

  /** Forgets what was observed and observes anew from `time`, keeping the present value. Throws as `advance`. */
  reset(time: number): void {
    this.advance(time);
    this.#start = time;
    this.#area = 0;
    this.#duration = 0;
    this.#min = Infinity;
    this.#max = -Infinity;
  }

  /**
   * Adds the time that `other` has observed up to its last change, as a further stretch of the same quantity:
   * another run, or another server. Call `other.advance(end)` first, so that its last stretch counts.
   */
  merge(other: TimeWeighted): void {
    this.#area += other.#area;
    this.#duration += other.#duration;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }
}
