/**
 * Sample skewness G₁ (adjusted Fisher–Pearson), without unit; 0 for a symmetric sample, NaN for fewer than three values and for values
 * that do not vary. Throws RangeError on values that are not finite. O(n), two passes. Joanes & Gill, The Statistician 47 (1998), 183.
 */
export function skewness(values: ArrayLike<number>): number {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) throw new RangeError(`skewness needs finite values, got ${value} at ${i}`);
    sum += value;
  }
  const mean = sum / n;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - mean;
    squares += deviation * deviation;
    cubes += deviation * deviation * deviation;
  }
  if (n < 3 || squares === 0) return Number.NaN;
  const variance = squares / n;
  return ((Math.sqrt(n * (n - 1)) / (n - 2)) * (cubes / n)) / (variance * Math.sqrt(variance));
}
