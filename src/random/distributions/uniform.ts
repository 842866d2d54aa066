import { type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { UniformSpec } from "./distribution-spec.ts";
import { finite } from "./domain.ts";

export const uniform: DistributionDefinition<UniformSpec> = {
  type: "uniform",
  doc: "Every value between min and max alike.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.3.1",
  params: [
    { name: "min", kind: "quantity", doc: "the smallest value", domain: "< max" },
    { name: "max", kind: "quantity", doc: "the largest value", domain: "> min" },
  ],
  create(spec) {
    const min = finite("uniform", "min", spec.min);
    const max = finite("uniform", "max", spec.max);
    const width = max - min;
    if (!(width > 0)) throw new RangeError(`uniform: max must be above min (${min}), not ${max}`);
    if (width === Infinity) throw new RangeError(`uniform: max − min must be finite, not ${width}`);
    const inside = (x: number) => (x > max ? max : x > min ? x : min);
    return makeDistribution({
      mean: min + width / 2,
      variance: (width * width) / 12,
      quantile: (u) => (u >= 0 && u <= 1 ? Math.min(max, min + width * u) : Number.NaN),
      cdf: (x) => (x >= max ? 1 : x > min ? (x - min) / width : x <= min ? 0 : Number.NaN),
      momentsUpTo(x) {
        const end = inside(x);
        const mass = (end - min) / width;
        return [mass, (mass * (min + end)) / 2, (mass * (min * min + min * end + end * end)) / 3];
      },
    });
  },
};
