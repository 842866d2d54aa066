/**
 * Gini coefficient of numbers ≥ 0: half the mean absolute difference of two of them, drawn with replacement, over their mean; 0: all alike,
 * (n − 1) / n: one has everything. NaN where their sum is 0 or there is none. O(n log n). Gini, C. (1912), Variabilità e mutabilità.
 */
export function gini(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const count = inOrder.length;
  let sum = 0;
  let ranked = 0;
  inOrder.forEach((value, i) => {
    sum += value;
    ranked += (2 * (i + 1) - count - 1) * value;
  });
  return sum === 0 ? Number.NaN : ranked / (count * sum);
}

/** The greatest of numbers ≥ 0 over their mean: 1 where all are alike. NaN where their sum is 0 or there is none. */
export function maxToMean(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const most = values.reduce((greatest, value) => Math.max(greatest, value), 0);
  return sum === 0 ? Number.NaN : (most * values.length) / sum;
}
