import { exp } from "../math/exp.ts";
import { expm1 } from "../math/expm1.ts";
import { log } from "../math/log.ts";
import { log1p } from "../math/log1p.ts";
import { pow } from "../math/pow.ts";
import { logGamma } from "../special/log-gamma.ts";
import { regularizedGammaP } from "../special/regularized-gamma.ts";
import { type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { WeibullSpec } from "./distribution-spec.ts";
import { positive, spread } from "./domain.ts";

const LEAST_CV = 0.001;
const MOST_CV = 100;

export const weibull: DistributionDefinition<WeibullSpec> = {
  type: "weibull",
  doc: "Positive, with a hazard that falls (sd > mean) or rises (sd < mean): patience, time to a chaser.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.3.5; shape from sd / mean by bisection",
  params: [
    { name: "mean", kind: "quantity", doc: "the mean", domain: "> 0" },
    { name: "sd", kind: "quantity", doc: "the standard deviation", domain: "0.001 to 100 means" },
  ],
  create(spec) {
    const mean = positive("weibull", "mean", spec.mean);
    const sd = spread("weibull", mean, spec.sd, LEAST_CV, MOST_CV);
    const shape = shapeOf(sd / mean);
    const power = 1 / shape;
    const scale = mean * exp(-logGamma(1 + power));
    const variance = sd * sd;
    return makeDistribution({
      mean,
      variance,
      quantile: (u) => (u >= 0 && u <= 1 ? scale * exp(power * log(-log1p(-u))) : Number.NaN),
      cdf: (x) => (x > 0 ? -expm1(-pow(x / scale, shape)) : 0),
      momentsUpTo(x) {
        if (!(x > 0)) return [0, 0, 0];
        const y = pow(x / scale, shape);
        return [
          -expm1(-y),
          mean * regularizedGammaP(1 + power, y),
          (mean * mean + variance) * regularizedGammaP(1 + 2 * power, y),
        ];
      },
    });
  },
};

/** The shape k with Γ(1 + 2/k) / Γ(1 + 1/k)² = 1 + cv²: the left side falls in k. */
function shapeOf(cv: number): number {
  const target = log1p(cv * cv);
  let low = 0.05;
  let high = 2000;
  for (;;) {
    const middle = Math.sqrt(low * high);
    if (!(middle > low && middle < high)) return middle;
    if (logGamma(1 + 2 / middle) - 2 * logGamma(1 + 1 / middle) > target) low = middle;
    else high = middle;
  }
}
