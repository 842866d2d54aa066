/**
 * Products of expected values from replications of them, without the bias that noise brings: only different replications are multiplied, since
 * those are independent. Lists of equal length m ≥ 2, entry by entry from the same replication; in the square of their unit.
 */

/** Unbiased for the square of the mean. */
export function squareOfMean(x: ArrayLike<number>): number {
  return productOfMeans(x, x);
}

/** Unbiased for the product of two means, whatever the replications of the two have in common. */
export function productOfMeans(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const m = a.length;
  let [sumA, sumB, same] = [0, 0, 0];
  for (let j = 0; j < m; j++) {
    sumA += a[j]!;
    sumB += b[j]!;
    same += a[j]! * b[j]!;
  }
  return (sumA * sumB - same) / (m * (m - 1));
}

/** Unbiased for the covariance of a replication of the one with that of the other; of one with itself, its variance. */
export function covariance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const m = a.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let sum = 0;
  for (let j = 0; j < m; j++) sum += (a[j]! - meanA) * (b[j]! - meanB);
  return sum / (m - 1);
}

export function mean(x: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += x[j]!;
  return sum / x.length;
}

/** Of rows that came so often each. */
export function weightedMean(x: ArrayLike<number>, weights: ArrayLike<number>): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    sum += weights[i]! * x[i]!;
    count += weights[i]!;
  }
  return sum / count;
}
