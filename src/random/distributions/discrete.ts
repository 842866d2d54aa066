import { type Distribution, type DistributionDefinition, makeDistribution } from "./distribution.ts";
import type { DiscreteSpec } from "./distribution-spec.ts";
import { valuesOf, weightsOf } from "./domain.ts";
import { firstAtLeast } from "./table.ts";

export const discrete: DistributionDefinition<DiscreteSpec> = {
  type: "discrete",
  doc: "These values and no others, each as often as its weight says.",
  source: "Law, Simulation Modeling and Analysis, 5th ed., §8.2.1",
  params: [
    { name: "values", kind: "list", doc: "the values, in any order", domain: "one or more" },
    {
      name: "weights",
      kind: "weights",
      doc: "how often each occurs; only ratios matter",
      domain: "≥ 0, one per value",
    },
  ],
  create(spec) {
    valuesOf("discrete", spec.values);
    const weights = weightsOf("discrete", "weights", spec.weights, spec.values.length);
    const kept = spec.values
      .map((value, i) => ({ value, weight: weights[i]! }))
      .filter((point) => point.weight > 0)
      .sort((a, b) => a.value - b.value);
    return pointMasses(
      Float64Array.from(kept, (point) => point.value),
      Float64Array.from(kept, (point) => point.weight),
    );
  },
};

/** Masses in proportion to `weights` at ascending values. */
export function pointMasses(x: Float64Array, weights: Float64Array): Distribution {
  const count = x.length;
  const cumulative = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    sum += weights[i]!;
    cumulative[i] = sum;
  }
  for (let i = 0; i < count; i += 1) cumulative[i] = cumulative[i]! / sum;
  let mean = 0;
  for (let i = 0; i < count; i += 1) mean += (weights[i]! / sum) * x[i]!;
  let variance = 0;
  for (let i = 0; i < count; i += 1) variance += (weights[i]! / sum) * (x[i]! - mean) * (x[i]! - mean);
  const countUpTo = (at: number): number => {
    let i = firstAtLeast(x, at);
    while (i < count && x[i] === at) i += 1;
    return i;
  };
  return makeDistribution({
    mean,
    variance,
    quantile: (u) => (u >= 0 && u <= 1 ? x[firstAtLeast(cumulative, u)]! : Number.NaN),
    cdf(at) {
      const i = countUpTo(at);
      return i === 0 ? 0 : cumulative[i - 1]!;
    },
    momentsUpTo(at) {
      const end = countUpTo(at);
      let first = 0;
      let second = 0;
      for (let i = 0; i < end; i += 1) {
        const share = (weights[i]! / sum) * x[i]!;
        first += share;
        second += share * x[i]!;
      }
      return [end === 0 ? 0 : cumulative[end - 1]!, first, second];
    },
  });
}
