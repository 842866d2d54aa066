import { exp } from "../math/exp.ts";
import { gammaKernel } from "../special/gamma-kernel.ts";
import { regularizedGammaQ } from "../special/regularized-gamma.ts";
import { countsAround } from "./counts.ts";
import type { DistributionDefinition } from "./distribution.ts";
import type { PoissonSpec } from "./distribution-spec.ts";
import { positive } from "./domain.ts";

const LARGEST_MEAN = 1e9;

export const poisson: DistributionDefinition<PoissonSpec> = {
  type: "poisson",
  doc: "How many independent events fall in a fixed time; variance equals mean.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.4.7",
  params: [{ name: "mean", kind: "number", doc: "the mean count", domain: `> 0, ≤ ${LARGEST_MEAN}` }],
  create(spec) {
    const mean = positive("poisson", "mean", spec.mean);
    if (mean > LARGEST_MEAN)
      throw new RangeError(`poisson: mean must be at most ${LARGEST_MEAN}, not ${mean}`);
    return countsAround({
      mean,
      variance: mean,
      mode: Math.floor(mean),
      ratio: (k) => mean / k,
    });
  },
};

/**
 * The smallest count k with P(N ≤ k) ≥ u for a Poisson N of that mean: one variate from one uniform number, for means that
 * change from call to call. mean ≥ 0, u in [0, 1); NaN outside. Costs O(mean) below 30, else O(√mean).
 * Source: sequential inversion, Devroye (1986), §X.3.3; from the mode above 30.
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean >= 0 && mean <= LARGEST_MEAN && u >= 0 && u <= 1)) return Number.NaN;
  if (u === 1) return mean === 0 ? 0 : Infinity;
  if (mean > 30) return fromMode(mean, u);
  // e^−m > 1 − m, and for small means this spares most calls of exp
  if (u <= 1 - mean) return 0;
  let k = 0;
  let p = exp(-mean);
  let cumulative = p;
  while (cumulative < u) {
    k += 1;
    p *= mean / k;
    const next = cumulative + p;
    if (next === cumulative && k > mean) return k;
    cumulative = next;
  }
  return k;
}

function fromMode(mean: number, u: number): number {
  let k = Math.floor(mean);
  let p = gammaKernel(k, mean);
  let cumulative = regularizedGammaQ(k + 1, mean);
  if (cumulative >= u) {
    while (k > 0 && p > 0 && cumulative - p >= u) {
      cumulative -= p;
      p *= k / mean;
      k -= 1;
    }
    return k;
  }
  while (cumulative < u) {
    k += 1;
    p *= mean / k;
    const next = cumulative + p;
    if (next === cumulative) return k;
    cumulative = next;
  }
  return k;
}
