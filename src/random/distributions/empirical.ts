import { pointMasses } from "./discrete.ts";
import {
  type Distribution,
  type DistributionDefinition,
  makeDistribution,
  type PartialMoments,
} from "./distribution.ts";
import type { EmpiricalSpec } from "./distribution-spec.ts";
import { valuesOf, weightsOf } from "./domain.ts";
import { firstAtLeast } from "./table.ts";

export const empirical: DistributionDefinition<EmpiricalSpec> = {
  type: "empirical",
  doc: "Observed values joined by straight lines: anything between two neighbours can occur, nothing outside the smallest and largest. Its mean is that of the lines, (x₁/2 + x₂ + … + xₙ/2) / (n − 1), not that of the values.",
  source:
    "Law, Simulation Modeling and Analysis, 5th ed., §6.2.4; Hyndman & Fan (1996), type 7; with weights, knots at midpoints of the cumulative weight",
  params: [
    { name: "values", kind: "list", doc: "the observations, in any order", domain: "one or more" },
    {
      name: "weights",
      kind: "weights",
      doc: "how often each was seen (default: once)",
      domain: "≥ 0, one per value",
      optional: true,
    },
  ],
  create(spec) {
    valuesOf("empirical", spec.values);
    const weights =
      spec.weights === undefined
        ? undefined
        : weightsOf("empirical", "weights", spec.weights, spec.values.length);
    const kept = spec.values
      .map((value, i) => ({ value, weight: weights === undefined ? 1 : weights[i]! }))
      .filter((point) => point.weight > 0)
      .sort((a, b) => a.value - b.value);
    const x = Float64Array.from(kept, (point) => point.value);
    const p = knots(kept.map((point) => point.weight));
    return x.length === 1 ? pointMasses(x, Float64Array.of(1)) : joined(x, p);
  },
};

/** Cumulative probability at each value: the middle of its own weight, stretched to run from 0 to 1. */
function knots(weights: readonly number[]): Float64Array {
  const p = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 1; i < weights.length; i += 1) {
    sum += 0.5 * (weights[i - 1]! + weights[i]!);
    p[i] = sum;
  }
  for (let i = 1; i < weights.length; i += 1) p[i] = p[i]! / sum;
  return p;
}

/** The distribution whose quantile function is the polygon through (p[i], x[i]). */
function joined(x: Float64Array, p: Float64Array): Distribution {
  const last = x.length - 1;
  const total = momentsBelow(x, p, last, x[last]!, 1);
  const [, mean] = total;
  let variance = 0;
  for (let i = 0; i < last; i += 1) {
    const a = x[i]! - mean;
    const b = x[i + 1]! - mean;
    variance += ((p[i + 1]! - p[i]!) * (a * a + a * b + b * b)) / 3;
  }
  const cdf = (at: number): number => {
    if (at < x[0]!) return 0;
    if (at >= x[last]!) return 1;
    let i = firstAtLeast(x, at);
    while (x[i] === at && x[i + 1] === at) i += 1;
    if (x[i] === at) return p[i]!;
    return p[i - 1]! + ((p[i]! - p[i - 1]!) * (at - x[i - 1]!)) / (x[i]! - x[i - 1]!);
  };
  return makeDistribution({
    mean,
    variance,
    quantile(u) {
      if (!(u >= 0 && u <= 1)) return Number.NaN;
      const i = firstAtLeast(p, u);
      if (i === 0) return x[0]!;
      const share = (u - p[i - 1]!) / (p[i]! - p[i - 1]!);
      return Math.min(x[i]!, x[i - 1]! + share * (x[i]! - x[i - 1]!));
    },
    cdf,
    momentsUpTo(at) {
      if (at < x[0]!) return [0, 0, 0];
      if (at >= x[last]!) return total;
      let i = firstAtLeast(x, at);
      while (x[i] === at && x[i + 1] === at) i += 1;
      return momentsBelow(x, p, i, at, cdf(at));
    },
  });
}

/** Moments of the polygon up to the point (`at`, `mass`) on its i-th piece. */
function momentsBelow(x: Float64Array, p: Float64Array, i: number, at: number, mass: number): PartialMoments {
  let first = 0;
  let second = 0;
  for (let j = 1; j <= i; j += 1) {
    const a = x[j - 1]!;
    const b = j === i ? at : x[j]!;
    const width = (j === i ? mass : p[j]!) - p[j - 1]!;
    first += (width * (a + b)) / 2;
    second += (width * (a * a + a * b + b * b)) / 3;
  }
  return [mass, first, second];
}
