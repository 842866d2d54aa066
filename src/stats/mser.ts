/** Where a series settles, by MSER. */
export interface Mser {
  /** Values to leave out at its beginning. */
  readonly cut: number;
  /** The marginal standard error of what is left, squared, in the square of the values' unit. */
  readonly statistic: number;
  /** False where the least statistic lies in the second half: the series is too short to tell where it settles. */
  readonly settled: boolean;
}

/** Values that must be left after a cut, because the spread of a few is small by chance. */
const LEAST_LEFT = 5;

/**
 * The marginal standard error rule: leaves out the first d values for which Σ (yᵢ − ȳ)² / (n − d)² over those that are left is least,
 * the fewest where several are. A cut beyond n / 2 says that the series is too short. Mean values of whole batches (weeks) in place
 * of single observations make it MSER-m. NaN where fewer than five values are left. O(n).
 *
 * Throws RangeError on values that are not finite. White, "An effective truncation heuristic for bias reduction in simulation
 * output", Simulation 69 (1997); White, Cobb & Spratt, WSC 2000; the rule of one half: Hoad, Robinson & Davies, WSC 2008.
 */
export function mser(values: ArrayLike<number>): Mser {
  const n = values.length;
  let sum = 0;
  let squares = 0;
  let cut = 0;
  let statistic = Number.NaN;
  // Deviations from the last value, which is as good as any near the mean, so that squares lose no digits.
  const origin = values[n - 1] ?? 0;
  for (let d = n - 1; d >= 0; d--) {
    const value = values[d]!;
    if (!Number.isFinite(value)) throw new RangeError(`a series must be finite, got ${value} at ${d}`);
    sum += value - origin;
    squares += (value - origin) * (value - origin);
    const left = n - d;
    if (left < LEAST_LEFT) continue;
    const candidate = Math.max(0, squares - (sum * sum) / left) / (left * left);
    if (candidate <= statistic || Number.isNaN(statistic)) {
      statistic = candidate;
      cut = d;
    }
  }
  return { cut, statistic, settled: cut <= n / 2 };
}
