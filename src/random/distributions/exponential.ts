import { expm1 } from "../math/expm1.ts";
import { log1p } from "../math/log1p.ts";
import { regularizedGammaP } from "../special/regularized-gamma.ts";
import { type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { ExponentialSpec } from "./distribution-spec.ts";
import { positive } from "./domain.ts";

export const exponential: DistributionDefinition<ExponentialSpec> = {
  type: "exponential",
  doc: "Without memory: times between independent events, rough handling times; sd equals mean.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.3.2",
  params: [{ name: "mean", kind: "quantity", doc: "the mean", domain: "> 0" }],
  create(spec) {
    const mean = positive("exponential", "mean", spec.mean);
    return makeDistribution({
      mean,
      variance: mean * mean,
      quantile: (u) => (u >= 0 && u <= 1 ? -mean * log1p(-u) : Number.NaN),
      cdf: (x) => (x > 0 ? -expm1(-x / mean) : 0),
      momentsUpTo(x) {
        const y = x / mean;
        if (!(y > 0)) return [0, 0, 0];
        return [-expm1(-y), mean * regularizedGammaP(2, y), 2 * mean * mean * regularizedGammaP(3, y)];
      },
    });
  },
};
