/** Where a series settles, by MSER. */
export interface Mser {
  /** Values to leave out at its beginning. */
  readonly cut: number;
  /** False where it is more than half of them: the series is too short to tell where it settles. */
  readonly settled: boolean;
}

/** Values that must be left after a cut, because the spread of a few is small by chance. */
const LEAST_LEFT = 5;
/** Further cuts that a minimum must not lose to: what is a dent in a slope is none. */
const DENT = 3;

/**
 * The marginal standard error rule: leaves out the first d values for which Σ (yᵢ − ȳ)² / (n − d)² over those that are left has its
 * leftmost minimum, one that none of the three cuts after it undercuts; a cut beyond n / 2 says that the series is too short. The
 * least of all cuts, as first proposed, is often one far into a settled series, where by chance little varies; the leftmost minimum
 * is not. Of means over whole batches (weeks) it is MSER-m. Cut 0 of fewer than five values. O(n).
 *
 * Throws RangeError on values that are not finite. White, Simulation 69 (1997), 323; White, Cobb & Spratt, WSC 2000; leftmost
 * minimum (MSER-LLM): Pasupathy & Schmeiser, WSC 2010; the rule of one half: Hoad, Robinson & Davies, WSC 2008.
 */
export function mser(values: ArrayLike<number>): Mser {
  const statistics = statisticsOf(values);
  let cut = 0;
  for (let d = 1; d < statistics.length && d <= cut + DENT; d++) {
    if (statistics[d]! < statistics[cut]!) cut = d;
  }
  return { cut, settled: cut <= values.length / 2 };
}

/** By cut: the square of the marginal standard error of what it leaves. */
function statisticsOf(values: ArrayLike<number>): Float64Array {
  const n = values.length;
  const statistics = new Float64Array(Math.max(0, n - LEAST_LEFT + 1));
  let sum = 0;
  let squares = 0;
  // Deviations from the last value, which is as good as any near the mean, so that squares lose no digits.
  const origin = values[n - 1] ?? 0;
  for (let d = n - 1; d >= 0; d--) {
    const value = values[d]!;
    if (!Number.isFinite(value)) throw new RangeError(`a series must be finite, got ${value} at ${d}`);
    sum += value - origin;
    squares += (value - origin) * (value - origin);
    const left = n - d;
    if (left >= LEAST_LEFT) statistics[d] = Math.max(0, squares - (sum * sum) / left) / (left * left);
  }
  return statistics;
}
