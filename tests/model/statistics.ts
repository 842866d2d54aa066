import { regularizedGammaQ } from "../../src/random/index.ts";

/** P(χ² ≥ what is seen) when counts are Poisson with the expected means, none of them estimated from the counts. */
export function chiSquareP(seen: readonly number[], expected: readonly number[]): number {
  let statistic = 0;
  let cells = 0;
  expected.forEach((mean, i) => {
    if (mean === 0) {
      if (seen[i] !== 0) statistic = Number.POSITIVE_INFINITY;
      return;
    }
    statistic += (seen[i]! - mean) ** 2 / mean;
    cells += 1;
  });
  return regularizedGammaQ(cells / 2, statistic / 2);
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum / values.length;
}

export function sdOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) squares += (values[i]! - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** Pearson's correlation. */
export function correlationOf(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const meanX = meanOf(x);
  const meanY = meanOf(y);
  let products = 0;
  for (let i = 0; i < x.length; i += 1) products += (x[i]! - meanX) * (y[i]! - meanY);
  return products / (x.length - 1) / sdOf(x) / sdOf(y);
}

/** How far the share of items that meet a condition lies from `p`, in standard errors of a binomial share. */
export function shareError<Item>(
  items: readonly Item[],
  condition: (item: Item) => boolean,
  p: number,
): number {
  const hits = items.filter(condition).length;
  return Math.abs(hits / items.length - p) / Math.sqrt((p * (1 - p)) / items.length);
}
