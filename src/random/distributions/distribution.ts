import type { DistributionSpec } from "./distribution-spec.ts";

/** E[Xʲ; X ≤ x] for j = 0, 1, 2: probability, and first and second moment, of the part up to x. */
export type PartialMoments = readonly [mass: number, first: number, second: number];

/** A probability distribution. Values, mean and quantiles carry the unit its parameters were given in. */
export interface Distribution {
  readonly mean: number;
  /** In the square of the unit. */
  readonly variance: number;
  /** The smallest x with cdf(x) ≥ u, never decreasing in u; u in [0, 1], NaN outside. The ends of the support at 0 and 1. */
  quantile(u: number): number;
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** One variate from one uniform number: the quantile. */
  sample(uniform: number): number;
  /** What lies up to and at x; all of it at Infinity. */
  momentsUpTo(x: number): PartialMoments;
}

/** What a number means, so that a scenario knows which unit to ask for. `quantity` carries the distribution's unit. */
export type ParameterKind = "quantity" | "number" | "count" | "list" | "weights" | "distribution" | "parts";

export interface ParameterDefinition {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly doc: string;
  /** In words and symbols: "> 0". */
  readonly domain: string;
  readonly optional?: boolean;
}

/** The seam: one kind of distribution. Schema, help and contract suite find every kind through these. */
export interface DistributionDefinition<Spec extends DistributionSpec = DistributionSpec> {
  readonly type: Spec["type"];
  readonly doc: string;
  readonly source: string;
  readonly params: readonly ParameterDefinition[];
  /** Throws RangeError that names the offending parameter. `createPart` makes the distributions inside this one. */
  create(spec: Spec, createPart: (spec: DistributionSpec) => Distribution): Distribution;
}

/** Gives every kind the same shape in memory, which keeps calls through the interface fast. */
export function makeDistribution(parts: {
  readonly mean: number;
  readonly variance: number;
  readonly quantile: (u: number) => number;
  readonly cdf: (x: number) => number;
  readonly momentsUpTo: (x: number) => PartialMoments;
}): Distribution {
  const { mean, variance, quantile, cdf, momentsUpTo } = parts;
  return Object.freeze({ mean, variance, quantile, cdf, sample: quantile, momentsUpTo });
}
