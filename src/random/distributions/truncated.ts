import { nextDown } from "../math/bits.ts";
import {
  type Distribution,
  type DistributionDefinition,
  makeDistribution,
  type PartialMoments,
} from "./distribution.ts";
import type { TruncatedSpec } from "./distribution-spec.ts";

const SMALLEST_MASS = 1e-6;
const BELOW_ONE = nextDown(1);
const NOTHING: PartialMoments = [0, 0, 0];

export const truncated: DistributionDefinition<TruncatedSpec> = {
  type: "truncated",
  doc: "Another distribution, given that the value is at least min and at most max (both may occur); its mean moves accordingly.",
  source:
    "Law, Simulation Modeling and Analysis, 5th ed., §8.2.1; moments from partial moments, to about 1e-15 / kept probability",
  params: [
    { name: "distribution", kind: "distribution", doc: "what is cut", domain: "any kind" },
    { name: "min", kind: "quantity", doc: "the smallest value kept", domain: "≤ max", optional: true },
    { name: "max", kind: "quantity", doc: "the largest value kept", domain: "≥ min", optional: true },
  ],
  create(spec, createPart) {
    const base = createPart(spec.distribution);
    const { min = -Infinity, max = Infinity } = spec;
    if (Number.isNaN(min)) throw new RangeError(`truncated: min must be a number, not ${min}`);
    if (!(max >= min)) throw new RangeError(`truncated: max must be at least min (${min}), not ${max}`);
    const cut = min === -Infinity ? NOTHING : base.momentsUpTo(nextDown(min));
    const end = base.momentsUpTo(max);
    const mass = end[0] - cut[0];
    if (!(mass >= SMALLEST_MASS)) {
      throw new RangeError(
        `truncated: min (${min}) and max (${max}) must keep at least ${SMALLEST_MASS} of the distribution, not ${mass}`,
      );
    }
    return between(base, min, max, cut, end);
  },
};

function between(
  base: Distribution,
  min: number,
  max: number,
  cut: PartialMoments,
  end: PartialMoments,
): Distribution {
  const mass = end[0] - cut[0];
  const mean = (end[1] - cut[1]) / mass;
  // the smallest value above the cut: where there is a gap, min itself may be none that occurs
  const lowest = Math.max(min, base.quantile(-nextDown(-cut[0])));
  const highest =
    max === Infinity ? base.quantile(1) : Math.min(max, base.quantile(Math.min(end[0], BELOW_ONE)));
  return makeDistribution({
    mean,
    variance: Math.max(0, (end[2] - cut[2]) / mass - mean * mean),
    quantile(u) {
      if (!(u >= 0 && u <= 1)) return Number.NaN;
      if (u === 1) return highest;
      return Math.min(highest, Math.max(lowest, base.quantile(Math.min(BELOW_ONE, cut[0] + u * mass))));
    },
    cdf: (x) => (x < min ? 0 : x >= max ? 1 : Math.max(0, Math.min(1, (base.cdf(x) - cut[0]) / mass))),
    momentsUpTo(x) {
      if (x < min) return NOTHING;
      const part = x >= max ? end : base.momentsUpTo(x);
      return [(part[0] - cut[0]) / mass, (part[1] - cut[1]) / mass, (part[2] - cut[2]) / mass];
    },
  });
}
