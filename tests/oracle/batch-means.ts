/** Batches of one long run, each long enough to be nearly independent of its neighbours. */
export const BATCHES = 40;
/** Student's t for a two-sided 99.9 % interval with 39 degrees of freedom, from the printed tables. */
const T_999 = 3.558;

/** A mean with its 99.9 % interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Half the interval's width, as a share of the mean. */
  readonly halfWidth: number;
}

/** The mean of observations in their order, with an interval from the means of equal batches; the rest at the end is dropped. */
export function batchMeans(values: ArrayLike<number>): Estimate {
  const size = Math.floor(values.length / BATCHES);
  return meanOf(
    Array.from({ length: BATCHES }, (_, batch) => {
      let sum = 0;
      for (let i = batch * size; i < (batch + 1) * size; i++) sum += values[i]!;
      return sum / size;
    }),
  );
}

/** The mean of exactly `BATCHES` independent numbers. */
export function meanOf(batches: readonly number[]): Estimate {
  if (batches.length !== BATCHES) throw new RangeError(`${batches.length} batches, not ${BATCHES}`);
  const mean = batches.reduce((sum, value) => sum + value, 0) / BATCHES;
  const squares = batches.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const half = T_999 * Math.sqrt(squares / (BATCHES - 1) / BATCHES);
  return { mean, low: mean - half, high: mean + half, halfWidth: half / mean };
}
