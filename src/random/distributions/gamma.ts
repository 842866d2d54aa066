import { gammaQuantile } from "../special/gamma-quantile.ts";
import { regularizedGammaP } from "../special/regularized-gamma.ts";
import { type Distribution, type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { GammaSpec } from "./distribution-spec.ts";
import { positive, spread } from "./domain.ts";

const LEAST_CV = 1e-7;
const MOST_CV = 1000;

export const gamma: DistributionDefinition<GammaSpec> = {
  type: "gamma",
  doc: "Positive and skewed to the right; shape (mean / sd)², scale sd² / mean.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.3.4; quantile: gammaQuantile",
  params: [
    { name: "mean", kind: "quantity", doc: "the mean", domain: "> 0" },
    { name: "sd", kind: "quantity", doc: "the standard deviation", domain: "1e-7 to 1000 means" },
  ],
  create(spec) {
    const mean = positive("gamma", "mean", spec.mean);
    const sd = spread("gamma", mean, spec.sd, LEAST_CV, MOST_CV);
    const ratio = mean / sd;
    return gammaOfShape(ratio * ratio, mean);
  },
};

/** The gamma distribution of that shape, which scales its mean. */
export function gammaOfShape(shape: number, mean: number): Distribution {
  const scale = mean / shape;
  const variance = mean * scale;
  return makeDistribution({
    mean,
    variance,
    quantile: (u) => gammaQuantile(u, shape, scale),
    cdf: (x) => regularizedGammaP(shape, x / scale),
    momentsUpTo(x) {
      const y = x / scale;
      return [
        regularizedGammaP(shape, y),
        mean * regularizedGammaP(shape + 1, y),
        (mean * mean + variance) * regularizedGammaP(shape + 2, y),
      ];
    },
  });
}
