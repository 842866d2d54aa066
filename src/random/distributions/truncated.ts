import { nextDown } from "../math/bits.ts";
import { type DistributionDefinition, makeDistribution, type PartialMoments } from "./distribution.ts";
import type { TruncatedSpec } from "./distribution-spec.ts";

const SMALLEST_MASS = 1e-9;

export const truncated: DistributionDefinition<TruncatedSpec> = {
  type: "truncated",
  doc: "Another distribution, given that the value is at least min and at most max (both may occur); its mean moves accordingly.",
  source:
    "Law, Simulation Modeling and Analysis, 5th ed., §8.2.1 (truncated inverse transform); moments from partial moments",
  params: [
    { name: "distribution", kind: "distribution", doc: "what is cut", domain: "any kind" },
    { name: "min", kind: "quantity", doc: "the smallest value kept", domain: "≤ max", optional: true },
    { name: "max", kind: "quantity", doc: "the largest value kept", domain: "≥ min", optional: true },
  ],
  create(spec, createPart) {
    const base = createPart(spec.distribution);
    const { min = -Infinity, max = Infinity } = spec;
    if (Number.isNaN(min)) throw new RangeError(`truncated: min must be a number, not ${min}`);
    if (Number.isNaN(max)) throw new RangeError(`truncated: max must be a number, not ${max}`);
    if (min > max) throw new RangeError(`truncated: max must not be below min (${min}), not ${max}`);
    const cut: PartialMoments = min === -Infinity ? [0, 0, 0] : base.momentsUpTo(nextDown(min));
    const end = base.momentsUpTo(max);
    const mass = end[0] - cut[0];
    if (!(mass >= SMALLEST_MASS)) {
      throw new RangeError(
        `truncated: min (${min}) to max (${max}) must keep at least ${SMALLEST_MASS} of the distribution, not ${mass}`,
      );
    }
    const mean = (end[1] - cut[1]) / mass;
    const lowest = Math.max(min, base.quantile(cut[0] + mass * 1e-12));
    const highest = Math.min(max, base.quantile(end[0]));
    return makeDistribution({
      mean,
      variance: Math.max(0, (end[2] - cut[2]) / mass - mean * mean),
      quantile(u) {
        if (!(u >= 0 && u <= 1)) return Number.NaN;
        return Math.min(highest, Math.max(lowest, base.quantile(Math.min(1, cut[0] + u * mass))));
      },
      cdf: (x) => (x < min ? 0 : x >= max ? 1 : Math.max(0, Math.min(1, (base.cdf(x) - cut[0]) / mass))),
      momentsUpTo(x) {
        if (x < min) return [0, 0, 0];
        const part = x >= max ? end : base.momentsUpTo(x);
        return [(part[0] - cut[0]) / mass, (part[1] - cut[1]) / mass, (part[2] - cut[2]) / mass];
      },
    });
  },
};
