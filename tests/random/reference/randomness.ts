import { normalCdf, regularizedGammaQ } from "../../../src/random/index.ts";

/** Numbers that should be independent and uniform on (0, 1). */
export type Sequence = (i: number) => number;

/** P-value of a chi-square test that counts are equal. */
export function chiSquare(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i += 1) total += counts[i]!;
  const expected = total / counts.length;
  let sum = 0;
  for (let i = 0; i < counts.length; i += 1) sum += (counts[i]! - expected) ** 2 / expected;
  return regularizedGammaQ((counts.length - 1) / 2, sum / 2);
}

/** Equal shares of (0, 1) hold equal counts. */
function uniformity(draw: Sequence, n: number, cells = 256): number {
  const counts = new Uint32Array(cells);
  for (let i = 0; i < n; i += 1) counts[Math.floor(draw(i) * cells)]! += 1;
  return chiSquare(counts);
}

/** Pairs (draw(i), other(i)) fill the unit square evenly. */
export function independence(draw: Sequence, other: Sequence, n: number, cells = 16): number {
  const counts = new Uint32Array(cells * cells);
  for (let i = 0; i < n; i += 1) {
    counts[Math.floor(draw(i) * cells) * cells + Math.floor(other(i) * cells)]! += 1;
  }
  return chiSquare(counts);
}

/** No linear correlation between draw(i) and other(i); two-sided. */
export function correlation(draw: Sequence, other: Sequence, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += (draw(i) - 0.5) * (other(i) - 0.5);
  return 2 * normalCdf(-Math.abs(sum * 12) / Math.sqrt(n));
}

/** P-value of the Kolmogorov–Smirnov statistic, asymptotic series with Stephens's correction. */
export function kolmogorov(statistic: number, n: number): number {
  const root = Math.sqrt(n);
  const t = statistic * (root + 0.12 + 0.11 / root);
  if (t < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * t * t);
  return Math.min(1, Math.max(0, sum));
}

/** The sample follows the uniform distribution throughout. */
export function kolmogorovSmirnov(draw: Sequence, n: number): number {
  const sorted = Float64Array.from({ length: n }, (_, i) => draw(i)).sort();
  let worst = 0;
  for (let i = 0; i < n; i += 1) {
    worst = Math.max(worst, (i + 1) / n - sorted[i]!, sorted[i]! - i / n);
  }
  return kolmogorov(worst, n);
}

/** Each of the 52 leading bits is set half the time: the smallest of the 52 p-values, corrected for their number. */
function bitBalance(draw: Sequence, n: number): number {
  const set = new Uint32Array(52);
  for (let i = 0; i < n; i += 1) {
    let rest = draw(i);
    for (let bit = 0; bit < 52; bit += 1) {
      rest *= 2;
      if (rest >= 1) {
        set[bit]! += 1;
        rest -= 1;
      }
    }
  }
  const worst = Math.max(...Array.from(set, (count) => Math.abs(2 * count - n)));
  return Math.min(1, 52 * 2 * normalCdf(-worst / Math.sqrt(n)));
}

/** The smallest p-value of all tests of one sequence, and of its neighbours at lags 1 and 2. */
export function battery(draw: Sequence, n: number): number {
  return Math.min(
    uniformity(draw, n),
    kolmogorovSmirnov(draw, n),
    bitBalance(draw, n),
    correlation(draw, (i) => draw(i + 1), n),
    correlation(draw, (i) => draw(i + 2), n),
    independence(draw, (i) => draw(i + 1), n),
  );
}
