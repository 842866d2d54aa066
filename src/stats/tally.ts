/** What a `Tally` has seen, as plain numbers that can be stored or posted between threads. */
export interface TallyState {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared deviations from `mean`, of the finite values. */
  readonly squares: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  /** How many of `count` were +Infinity, and how many −Infinity. */
  readonly above: number;
  readonly below: number;
}

/**
 * Running count, mean, variance and extremes of observations, in their own unit; O(1) time and memory.
 *
 * Takes ±Infinity: the mean becomes infinite (NaN if both signs came) and the variance NaN. An empty
 * tally has NaN for everything but `count` and `sum`. Welford (1962); merging by Chan, Golub & LeVeque (1979).
 */
export class Tally {
  #count = 0;
  #mean = 0;
  #squares = 0;
  #sum = 0;
  #min = Infinity;
  #max = -Infinity;
  #above = 0;
  #below = 0;

  /** Takes one observation. Throws RangeError on NaN: what has not happened yet is not an observation. */
  add(x: number): void {
    if (x - x !== 0) {
      this.#addInfinite(x);
      return;
    }
    this.#count += 1;
    const delta = x - this.#mean;
    this.#mean += delta / (this.#count - this.#above - this.#below);
    this.#squares += delta * (x - this.#mean);
    this.#sum += x;
    if (x < this.#min) this.#min = x;
    if (x > this.#max) this.#max = x;
  }

  #addInfinite(x: number): void {
    if (Number.isNaN(x)) throw new RangeError("a tally takes numbers only, got NaN; leave open rows out");
    this.#count += 1;
    if (x > 0) this.#above += 1;
    else this.#below += 1;
    this.#sum += x;
    if (x < this.#min) this.#min = x;
    if (x > this.#max) this.#max = x;
  }

  /** Takes over all that `other` has seen, as if each of its observations had been added here. */
  merge(other: Tally): void {
    const mine = this.#count - this.#above - this.#below;
    const theirs = other.#count - other.#above - other.#below;
    if (theirs > 0) {
      const delta = other.#mean - this.#mean;
      const all = mine + theirs;
      this.#squares += other.#squares + delta * delta * mine * (theirs / all);
      this.#mean = mine === 0 ? other.#mean : this.#mean + delta * (theirs / all);
    }
    this.#count += other.#count;
    this.#above += other.#above;
    this.#below += other.#below;
    this.#sum += other.#sum;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }

  /** Observations so far, infinite ones included. */
  get count(): number {
    return this.#count;
  }

  /** Arithmetic mean; NaN when empty. */
  get mean(): number {
    if (this.#count === 0) return NaN;
    return this.#above + this.#below > 0 ? this.#sum : this.#mean;
  }

  /** Unbiased sample variance (divisor n − 1); NaN below two observations or with an infinite one. */
  get variance(): number {
    if (this.#count < 2 || this.#above + this.#below > 0) return NaN;
    return this.#squares / (this.#count - 1);
  }

  /** Square root of `variance`. */
  get sd(): number {
    return Math.sqrt(this.variance);
  }

  /** Smallest observation; NaN when empty. */
  get min(): number {
    return this.#count === 0 ? NaN : this.#min;
  }

  /** Largest observation; NaN when empty. */
  get max(): number {
    return this.#count === 0 ? NaN : this.#max;
  }

  /** Sum of the observations; 0 when empty. */
  get sum(): number {
    return this.#sum;
  }

  /** The state as plain numbers; `Tally.from` gives the same tally back. */
  state(): TallyState {
    return {
      count: this.#count,
      mean: this.#mean,
      squares: this.#squares,
      sum: this.#sum,
      min: this.#min,
      max: this.#max,
      above: this.#above,
      below: this.#below,
    };
  }

  /** A tally that goes on from `state`. */
  static from(state: TallyState): Tally {
    const tally = new Tally();
    tally.#count = state.count;
    tally.#mean = state.mean;
    tally.#squares = state.squares;
    tally.#sum = state.sum;
    tally.#min = state.min;
    tally.#max = state.max;
    tally.#above = state.above;
    tally.#below = state.below;
    return tally;
  }
}

/** A tally of all these observations. Throws RangeError on NaN. */
export function tallyOf(values: Iterable<number>): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}
