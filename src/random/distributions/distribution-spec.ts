/** A value known for certain. */
export type FixedSpec = { readonly type: "fixed"; readonly value: number };
/** Any value between min and max alike. */
export type UniformSpec = { readonly type: "uniform"; readonly min: number; readonly max: number };
/** Density rising from min to the mode and falling to max. */
export type TriangularSpec = {
  readonly type: "triangular";
  readonly min: number;
  readonly mode: number;
  readonly max: number;
};
export type ExponentialSpec = { readonly type: "exponential"; readonly mean: number };
export type GammaSpec = { readonly type: "gamma"; readonly mean: number; readonly sd: number };
export type LognormalSpec = { readonly type: "lognormal"; readonly mean: number; readonly sd: number };
export type WeibullSpec = { readonly type: "weibull"; readonly mean: number; readonly sd: number };
export type ErlangSpec = { readonly type: "erlang"; readonly stages: number; readonly mean: number };
/** Observations, with straight lines between them. */
export type EmpiricalSpec = {
  readonly type: "empirical";
  readonly values: readonly number[];
  readonly weights?: readonly number[];
};
/** These values only, each with its weight. */
export type DiscreteSpec = {
  readonly type: "discrete";
  readonly values: readonly number[];
  readonly weights: readonly number[];
};
export type MixtureSpec = {
  readonly type: "mixture";
  readonly parts: readonly { readonly weight: number; readonly distribution: DistributionSpec }[];
};
/** Another distribution, given that min ≤ x ≤ max. */
export type TruncatedSpec = {
  readonly type: "truncated";
  readonly distribution: DistributionSpec;
  readonly min?: number;
  readonly max?: number;
};
export type PoissonSpec = { readonly type: "poisson"; readonly mean: number };
/** Counts with variance mean + mean² / shape. */
export type NegativeBinomialSpec = {
  readonly type: "negativeBinomial";
  readonly mean: number;
  readonly shape: number;
};

/** Plain data that says which distribution: what a scenario holds, in one unit throughout. */
export type DistributionSpec =
  | FixedSpec
  | UniformSpec
  | TriangularSpec
  | ExponentialSpec
  | GammaSpec
  | LognormalSpec
  | WeibullSpec
  | ErlangSpec
  | EmpiricalSpec
  | DiscreteSpec
  | MixtureSpec
  | TruncatedSpec
  | PoissonSpec
  | NegativeBinomialSpec;
