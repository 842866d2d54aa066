import { type Distribution, makeDistribution } from "./distribution.ts";
import { firstAtLeast } from "./table.ts";

/** Probabilities are followed until they no longer count, relative to the largest. */
const NEGLIGIBLE = 1e-19;

/**
 * A distribution of whole numbers from 0, tabulated once from its largest probability outwards.
 * `ratio(k)` is p(k) / p(k − 1): at least 1 up to the mode, below 1 above it.
 */
export function countsAround(of: {
  readonly mean: number;
  readonly variance: number;
  readonly mode: number;
  readonly ratio: (k: number) => number;
}): Distribution {
  const probabilities: number[] = [];
  for (let k = of.mode, p = 1; k > 0; k -= 1) {
    p /= of.ratio(k);
    if (p < NEGLIGIBLE) break;
    probabilities.push(p);
  }
  const start = of.mode - probabilities.length;
  probabilities.reverse().push(1);
  for (let k = of.mode + 1, p = of.ratio(k); p >= NEGLIGIBLE; k += 1, p *= of.ratio(k)) probabilities.push(p);
  const cumulative = new Float64Array(probabilities.length);
  let total = 0;
  for (const [i, p] of probabilities.entries()) {
    total += p;
    cumulative[i] = total;
  }
  for (let i = 0; i < cumulative.length; i += 1) cumulative[i] = cumulative[i]! / total;
  const last = cumulative.length - 1;
  return makeDistribution({
    mean: of.mean,
    variance: of.variance,
    quantile(u) {
      if (!(u >= 0 && u <= 1)) return Number.NaN;
      if (u === 0) return 0;
      return u === 1 ? Infinity : start + Math.min(last, firstAtLeast(cumulative, u));
    },
    cdf(x) {
      const k = Math.floor(x) - start;
      return k < 0 ? 0 : k >= last ? 1 : cumulative[k]!;
    },
    momentsUpTo(x) {
      const end = Math.floor(x) - start;
      if (end >= last) return [1, of.mean, of.variance + of.mean * of.mean];
      let mass = 0;
      let first = 0;
      let second = 0;
      for (let i = 0; i <= end; i += 1) {
        const k = start + i;
        const p = probabilities[i]! / total;
        mass = cumulative[i]!;
        first += k * p;
        second += k * k * p;
      }
      return [mass, first, second];
    },
  });
}
