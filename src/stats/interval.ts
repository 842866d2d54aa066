/** How an interval was made: README.md of this folder says which estimand gets which, and why. */
export type IntervalMethod =
  | "t"
  | "jackknife"
  | "bootstrap"
  | "clopper-pearson"
  | "effective-clopper-pearson"
  | "order-statistics";

/** An estimate and the interval that covers what it estimates with probability `confidence`; all in the unit of the data. */
export interface Interval {
  readonly estimate: number;
  /** NaN where the data do not bound the estimand, e.g. with one replication. */
  readonly low: number;
  readonly high: number;
  /** Half of `high − low`; Infinity when `high` is, NaN when either end is NaN. */
  readonly halfWidth: number;
  /** Independent units behind it: replications (for a proportion, trials). */
  readonly n: number;
  /** Spread of one unit, so that sd / √n is the standard error; NaN when unknown or infinite. */
  readonly sd: number;
  readonly method: IntervalMethod;
  readonly confidence: number;
  /** How many of the n values were infinite (never answered); absent when none. */
  readonly infinite?: number;
}

/** An interval from its parts, with `halfWidth` worked out; frozen. */
export function interval(parts: Omit<Interval, "halfWidth">): Interval {
  const { low, high } = parts;
  const halfWidth = high === Infinity && !Number.isNaN(low) ? Infinity : (high - low) / 2;
  return Object.freeze({ ...parts, halfWidth });
}

/** Throws RangeError unless `confidence` lies strictly between 0 and 1. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie between 0 and 1 (0.95 for 95 %), got ${confidence}`);
  }
}

/** Throws RangeError unless the two lists have one entry per replication each. */
export function checkSameLength(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) {
    throw new RangeError(`both lists need one value per replication, got ${a.length} and ${b.length}`);
  }
}
