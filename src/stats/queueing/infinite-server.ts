import { regularizedGammaP } from "../../random/index.ts";
import { checkRate } from "./domain.ts";

/**
 * Mean number in service of M/G/∞; the number itself is Poisson, so this is its variance too.
 *
 * λ ≥ 0 [1/min], meanService > 0 [min]; throws RangeError outside. Gross et al., § 3.6 and § 6.2.
 */
export function mgInfinityMean(lambda: number, meanService: number): number {
  checkRate("arrival rate", lambda);
  checkRate("mean service", meanService, true);
  return lambda * meanService;
}

/**
 * P(at least n in service) of M/G/∞ [probability]: how often n servers would all be wanted at once.
 *
 * n ≥ 0 whole; other arguments and source as `mgInfinityMean`.
 */
export function mgInfinityAtLeast(lambda: number, meanService: number, n: number): number {
  const mean = mgInfinityMean(lambda, meanService);
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`n must be a whole number ≥ 0, got ${n}`);
  if (n === 0) return 1;
  return mean === 0 ? 0 : regularizedGammaP(n, mean);
}
