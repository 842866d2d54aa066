/**
 * A number that changes at moments, such as how many wait, and the area beneath it: an area divided by the time it spans
 * is a time average, and the difference of two areas belongs to the time between.
 */
export class Level {
  private current: number;
  private sum = Number.NaN;
  private since = Number.NaN;

  /** `value` holds from `now` on. */
  constructor(value = 0, now = 0) {
    this.current = value;
    this.since = now;
    this.sum = 0;
  }

  get value(): number {
    return this.current;
  }

  /** `value` holds from `now` on; `now` must not be before the last change. */
  set(value: number, now: number): void {
    this.sum += this.current * (now - this.since);
    this.since = now;
    this.current = value;
  }

  /** Area from the beginning to `now` [value × time]; `now` must not be before the last change. */
  area(now: number): number {
    return this.sum + this.current * (now - this.since);
  }
}
