import { checkRate } from "./domain.ts";

/**
 * Mean wait in queue of first-come M/G/1 [min].
 *
 * λ ≥ 0 [1/min], meanService > 0 [min], serviceVariance ≥ 0 [min²]; Infinity when λ·meanService ≥ 1. Throws
 * RangeError outside. Pollaczek (1930), Khintchine (1932); Gross et al., § 6.1.
 */
export function mg1Wait(lambda: number, meanService: number, serviceVariance: number): number {
  checkRate("arrival rate", lambda);
  checkRate("mean service", meanService, true);
  checkRate("service variance", serviceVariance);
  const load = lambda * meanService;
  return load < 1 ? (lambda * (serviceVariance + meanService * meanService)) / (2 * (1 - load)) : Infinity;
}
