const BUCKET = 1440;

/**
 * A clock that runs only during certain stretches of time: business time, waking time, scheduled time.
 *
 * All times are [min since start], all counts [min]. Before its first stretch it shows 0, after its last it stands still.
 * Looking up a time is O(stretches in a day), looking up a count O(log n).
 */
export class MinuteClock {
  /** All minutes of all stretches [min]. */
  readonly total: number;

  private readonly froms: Float64Array;
  private readonly tos: Float64Array;
  /** Minutes counted before each stretch; one entry more than stretches. */
  private readonly before: Float64Array;
  /** By day of 1440 minutes: the last stretch that begins at or before that day does, −1 if none. */
  private readonly firstOfBucket: Int32Array;

  /**
   * From half-open stretches `[from, to, from, to, …]`, in order and not overlapping, from ≥ 0. Empty ones are dropped and
   * touching ones joined. Throws a RangeError on disorder.
   */
  constructor(bounds: readonly number[]) {
    const joined = joinStretches(bounds);
    const count = joined.length / 2;
    this.froms = new Float64Array(count);
    this.tos = new Float64Array(count);
    this.before = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) {
      this.froms[i] = joined[2 * i]!;
      this.tos[i] = joined[2 * i + 1]!;
      this.before[i + 1] = this.before[i]! + (this.tos[i]! - this.froms[i]!);
    }
    this.total = this.before[count]!;
    this.firstOfBucket = indexByBucket(this.froms);
  }

  /** Number of stretches, touching ones joined. */
  get stretchCount(): number {
    return this.froms.length;
  }

  /** Beginning of stretch `i` [min]; Infinity after the last. */
  from(i: number): number {
    return i < this.froms.length ? this.froms[i]! : Number.POSITIVE_INFINITY;
  }

  /** End of stretch `i` [min]; Infinity after the last. */
  to(i: number): number {
    return i < this.tos.length ? this.tos[i]! : Number.POSITIVE_INFINITY;
  }

  /** Minutes counted from the start to `t`. */
  countedAt(t: number): number {
    const i = this.stretchAt(t);
    return i < 0 ? 0 : this.before[i]! + (Math.min(t, this.tos[i]!) - this.froms[i]!);
  }

  /** The earliest time at which `count` minutes have been counted: 0 for `count` ≤ 0, Infinity beyond `total`. */
  timeAtCount(count: number): number {
    if (!(count > 0)) return 0;
    if (count > this.total) return Number.POSITIVE_INFINITY;
    let low = 0;
    let high = this.froms.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.before[middle + 1]! >= count) high = middle;
      else low = middle + 1;
    }
    return this.froms[low]! + (count - this.before[low]!);
  }

  /** The earliest time, not before `t`, by which `minutes` ≥ 0 have been counted since `t`; Infinity if that never comes. */
  add(t: number, minutes: number): number {
    if (minutes === 0) return t;
    const i = this.stretchAt(t);
    // Within a stretch no sum of counts is taken, so that nothing is rounded away.
    if (i >= 0 && t + minutes <= this.tos[i]!) return t + minutes;
    return Math.max(t, this.timeAtCount(this.countedAt(t) + minutes));
  }

  /** Minutes counted from `a` to `b`; negative when `b` < `a`. */
  between(a: number, b: number): number {
    return this.countedAt(b) - this.countedAt(a);
  }

  /** Whether the clock runs at `t`. */
  isCounting(t: number): boolean {
    const i = this.stretchAt(t);
    return i >= 0 && t < this.tos[i]!;
  }

  /** The first moment from `t` on at which the clock runs: `t` itself if it runs then, Infinity if never again. */
  nextStart(t: number): number {
    const i = this.stretchAt(t);
    return i >= 0 && t < this.tos[i]! ? t : this.from(i + 1);
  }

  /** The last stretch that begins at or before `t`; −1 if none. */
  private stretchAt(t: number): number {
    if (!(t >= 0)) return -1;
    const bucket = Math.min(Math.floor(t / BUCKET), this.firstOfBucket.length - 1);
    let i = this.firstOfBucket[bucket]!;
    while (i + 1 < this.froms.length && this.froms[i + 1]! <= t) i += 1;
    return i;
  }
}

function joinStretches(bounds: readonly number[]): number[] {
  const joined: number[] = [];
  let last = 0;
  for (let i = 0; i + 1 < bounds.length; i += 2) {
    const from = bounds[i]!;
    const to = bounds[i + 1]!;
    if (!(from >= last && to >= from && to < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`stretch ${from} to ${to} is out of order: it must follow ${last}`);
    }
    if (to === from) continue;
    if (joined.length > 0 && from === last) joined[joined.length - 1] = to;
    else joined.push(from, to);
    last = to;
  }
  return joined;
}

function indexByBucket(froms: Float64Array): Int32Array {
  const last = froms.length === 0 ? 0 : froms[froms.length - 1]!;
  const index = new Int32Array(Math.floor(last / BUCKET) + 2);
  let i = -1;
  for (let bucket = 0; bucket < index.length; bucket++) {
    while (i + 1 < froms.length && froms[i + 1]! <= bucket * BUCKET) i += 1;
    index[bucket] = i;
  }
  return index;
}
