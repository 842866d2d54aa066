import { type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { FixedSpec } from "./distribution-spec.ts";
import { finite } from "./domain.ts";

export const fixed: DistributionDefinition<FixedSpec> = {
  type: "fixed",
  doc: "Always the same value.",
  source: "definition",
  params: [{ name: "value", kind: "quantity", doc: "the value", domain: "any" }],
  create(spec) {
    const value = finite("fixed", "value", spec.value);
    return makeDistribution({
      mean: value,
      variance: 0,
      quantile: (u) => (u >= 0 && u <= 1 ? value : Number.NaN),
      cdf: (x) => (x >= value ? 1 : x < value ? 0 : Number.NaN),
      momentsUpTo: (x) => (x >= value ? [1, value, value * value] : [0, 0, 0]),
    });
  },
};
