import { type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { MixtureSpec } from "./distribution-spec.ts";
import { weightsOf } from "./domain.ts";
import { invert } from "./invert.ts";

export const mixture: DistributionDefinition<MixtureSpec> = {
  type: "mixture",
  doc: "One of several distributions, chosen by weight: short notes mixed with long calls.",
  source:
    "Law, Simulation Modeling and Analysis, 5th ed., §8.2.2 (composition); inverted as one CDF, so that one uniform number gives one variate",
  params: [
    {
      name: "parts",
      kind: "parts",
      doc: "weight and distribution of each part",
      domain: "one or more, weights ≥ 0",
    },
  ],
  create(spec, createPart) {
    if (spec.parts.length === 0) throw new RangeError("mixture: parts must hold at least one distribution");
    const weights = weightsOf(
      "mixture",
      "weights",
      spec.parts.map((part) => part.weight),
      spec.parts.length,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const parts = spec.parts
      .map((part) => ({ share: part.weight / total, of: createPart(part.distribution) }))
      .filter((part) => part.share > 0);
    const mean = parts.reduce((sum, part) => sum + part.share * part.of.mean, 0);
    const variance = parts.reduce((sum, part) => {
      const off = part.of.mean - mean;
      return sum + part.share * (part.of.variance + off * off);
    }, 0);
    const cdf = (x: number): number => {
      let sum = 0;
      for (const part of parts) sum += part.share * part.of.cdf(x);
      return Math.min(1, sum);
    };
    return makeDistribution({
      mean,
      variance,
      quantile(u) {
        let low = Infinity;
        let high = -Infinity;
        for (const part of parts) {
          const q = part.of.quantile(u);
          if (!(q >= low)) low = q;
          if (!(q <= high)) high = q;
        }
        if (u === 1) return high;
        return low < high ? invert(cdf, u, low, high) : low;
      },
      cdf,
      momentsUpTo(x) {
        let first = 0;
        let second = 0;
        for (const part of parts) {
          const moments = part.of.momentsUpTo(x);
          first += part.share * moments[1];
          second += part.share * moments[2];
        }
        return [cdf(x), first, second];
      },
    });
  },
};
