import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import { log1p } from "../math/log1p.ts";
import { normalCdf, normalQuantile } from "../special/normal.ts";
import { type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { LognormalSpec } from "./distribution-spec.ts";
import { positive, spread } from "./domain.ts";

const LEAST_CV = 1e-7;
const MOST_CV = 1000;

export const lognormal: DistributionDefinition<LognormalSpec> = {
  type: "lognormal",
  doc: "Positive, many short and a few very long: the usual fit of handling times. Mean and sd are those of the values, not of their logarithms.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.3.7; quantile: AS 241",
  params: [
    { name: "mean", kind: "quantity", doc: "the mean", domain: "> 0" },
    { name: "sd", kind: "quantity", doc: "the standard deviation", domain: "1e-7 to 1000 means" },
  ],
  create(spec) {
    const mean = positive("lognormal", "mean", spec.mean);
    const sd = spread("lognormal", mean, spec.sd, LEAST_CV, MOST_CV);
    const cv = sd / mean;
    const sigma = Math.sqrt(log1p(cv * cv));
    const mu = log(mean) - 0.5 * sigma * sigma;
    const variance = sd * sd;
    return makeDistribution({
      mean,
      variance,
      quantile: (u) => exp(mu + sigma * normalQuantile(u)),
      cdf: (x) => (x > 0 ? normalCdf((log(x) - mu) / sigma) : 0),
      momentsUpTo(x) {
        if (!(x > 0)) return [0, 0, 0];
        const z = (log(x) - mu) / sigma;
        return [
          normalCdf(z),
          mean * normalCdf(z - sigma),
          (mean * mean + variance) * normalCdf(z - 2 * sigma),
        ];
      },
    });
  },
};
