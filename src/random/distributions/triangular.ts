import { type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { TriangularSpec } from "./distribution-spec.ts";
import { finite } from "./domain.ts";

export const triangular: DistributionDefinition<TriangularSpec> = {
  type: "triangular",
  doc: "Between min and max, most often near the mode: for when only three numbers can be had from people who know the work.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.3.15",
  params: [
    { name: "min", kind: "quantity", doc: "the smallest value", domain: "≤ mode" },
    { name: "mode", kind: "quantity", doc: "the most likely value", domain: "min ≤ mode ≤ max" },
    { name: "max", kind: "quantity", doc: "the largest value", domain: "≥ mode, > min" },
  ],
  create(spec) {
    const min = finite("triangular", "min", spec.min);
    const max = finite("triangular", "max", spec.max);
    const mode = finite("triangular", "mode", spec.mode);
    const width = max - min;
    if (!(width > 0 && width < Infinity)) {
      throw new RangeError(`triangular: max must be above min (${min}), not ${max}`);
    }
    if (!(mode >= min && mode <= max)) {
      throw new RangeError(`triangular: mode must lie between min (${min}) and max (${max}), not ${mode}`);
    }
    const left = mode - min;
    const right = max - mode;
    const atMode = left / width;
    const mean = (min + mode + max) / 3;
    const variance = (left * left + right * right + left * right) / 18;
    return makeDistribution({
      mean,
      variance,
      quantile(u) {
        if (!(u >= 0 && u <= 1)) return Number.NaN;
        return u <= atMode ? min + Math.sqrt(u * width * left) : max - Math.sqrt((1 - u) * width * right);
      },
      cdf(x) {
        if (x <= min) return 0;
        if (x >= max) return 1;
        return x <= mode
          ? ((x - min) * (x - min)) / (width * left)
          : 1 - ((max - x) * (max - x)) / (width * right);
      },
      momentsUpTo(x) {
        if (x <= min) return [0, 0, 0];
        if (x >= max) return [1, mean, variance + mean * mean];
        if (x <= mode) return wedge(min, x - min, ((x - min) * (x - min)) / (width * left));
        const [mass, first, second] = wedge(max, x - max, ((max - x) * (max - x)) / (width * right));
        return [1 - mass, mean - first, variance + mean * mean - second];
      },
    });
  },
};

/** Moments of a mass whose density grows linearly from 0 at the point `tip` to the point tip + reach. */
function wedge(tip: number, reach: number, mass: number): [number, number, number] {
  return [
    mass,
    mass * (tip + (2 * reach) / 3),
    mass * (tip * tip + (4 * tip * reach) / 3 + (reach * reach) / 2),
  ];
}
