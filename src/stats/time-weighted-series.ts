/**
 * The time average of a quantity in each of `count` equal intervals (queue length per hour, staff on duty per day).
 *
 * Intervals in which nothing changed hold the value that stood, zero too, so that no mean over intervals leaves
 * the quiet ones out. Times in [min], fed in order; time before the first interval and after the last is
 * followed but not counted. O(1) per change, plus O(1) per interval it spans; O(count) memory.
 */
export class TimeWeightedSeries {
  readonly start: number;
  readonly width: number;
  readonly count: number;
  readonly #areas: Float64Array<ArrayBuffer>;
  #value: number;
  #last: number;

  /**
   * Follows from `start` on, where the first interval begins, with the value `initial`. Throws RangeError unless
   * `width` is positive and finite and `count` a whole number from 1.
   */
  constructor(start: number, width: number, count: number, initial = 0) {
    if (!Number.isFinite(start) || !Number.isFinite(initial) || !(width > 0 && width < Infinity)) {
      throw new RangeError(
        `intervals need a finite start and value and a positive width, got ${start}, ${initial}, ${width}`,
      );
    }
    if (!Number.isSafeInteger(count) || count < 1) {
      throw new RangeError(`intervals must be counted in whole numbers from 1, got ${count}`);
    }
    this.start = start;
    this.width = width;
    this.count = count;
    this.#areas = new Float64Array(count);
    this.#value = initial;
    this.#last = start;
  }

  /** The quantity is `value` from `time` on. Throws RangeError if time runs backwards or a number is not finite. */
  set(time: number, value: number): void {
    if (!Number.isFinite(value)) throw new RangeError(`a time-weighted value must be finite, got ${value}`);
    this.advance(time);
    this.#value = value;
  }

  /** The quantity changes by `delta` at `time`. Throws like `set`. */
  add(time: number, delta: number): void {
    this.set(time, this.#value + delta);
  }

  /** Counts the present value up to `time`. Throws like `set`. */
  advance(time: number): void {
    let from = this.#last;
    if (!(time >= from) || time === Infinity) {
      throw new RangeError(`time must be finite and may not run backwards: got ${time} after ${from}`);
    }
    this.#last = time;
    if (this.#value === 0) return;
    let i = Math.floor((from - this.start) / this.width);
    for (; i < this.count && from < time; i++) {
      const to = Math.min(time, this.start + (i + 1) * this.width);
      this.#areas[i]! += this.#value * Math.max(0, to - from);
      from = to;
    }
  }

  /** Time average of each interval, in order; NaN in those not over yet, so call `advance(end)` first. A copy. */
  means(): Float64Array<ArrayBuffer> {
    return this.#areas.map((area, i) =>
      this.#last >= this.start + (i + 1) * this.width ? area / this.width : Number.NaN,
    );
  }
}
