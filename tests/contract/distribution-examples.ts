import type { DistributionSpec } from "../../src/random/index.ts";

/** One distribution under the contract, and another of the same kind that is slightly wrong. */
export interface Example {
  readonly spec: DistributionSpec;
  readonly wrong: DistributionSpec;
  /** The quantile function has steps or corners, so that integrals over it are coarse. */
  readonly rough?: boolean;
}

const lognormal = { type: "lognormal", mean: 5, sd: 4 } as const;
const calls = { type: "lognormal", mean: 13, sd: 8 } as const;
const twoValues = { type: "discrete", values: [15, 30], weights: [3, 1] } as const;

export const examples: Readonly<Record<string, Example>> = {
  fixed: { spec: { type: "fixed", value: 3 }, wrong: { type: "fixed", value: 3.3 }, rough: true },
  uniform: { spec: { type: "uniform", min: -1, max: 4 }, wrong: { type: "uniform", min: -1, max: 4.4 } },
  triangular: {
    spec: { type: "triangular", min: 1, mode: 2, max: 7 },
    wrong: { type: "triangular", min: 1, mode: 2, max: 7.6 },
    rough: true,
  },
  "triangular with its mode at the left end": {
    spec: { type: "triangular", min: 0, mode: 0, max: 2 },
    wrong: { type: "triangular", min: 0, mode: 0.3, max: 2 },
  },
  "triangular with its mode at the right end": {
    spec: { type: "triangular", min: 0, mode: 2, max: 2 },
    wrong: { type: "triangular", min: 0, mode: 1.7, max: 2 },
  },
  exponential: { spec: { type: "exponential", mean: 8 }, wrong: { type: "exponential", mean: 8.8 } },
  gamma: { spec: { type: "gamma", mean: 6, sd: 3 }, wrong: { type: "gamma", mean: 6.3, sd: 3.3 } },
  "gamma of shape 0.13": {
    spec: { type: "gamma", mean: 1, sd: 1 / Math.sqrt(0.13) },
    wrong: { type: "gamma", mean: 1.1, sd: 1.1 / Math.sqrt(0.1) },
  },
  "gamma of shape 1e5": {
    spec: { type: "gamma", mean: 10, sd: 10 / Math.sqrt(1e5) },
    wrong: { type: "gamma", mean: 10.003, sd: 11 / Math.sqrt(1e5) },
  },
  lognormal: { spec: lognormal, wrong: { type: "lognormal", mean: 5.5, sd: 4.4 } },
  "lognormal with a heavy tail": {
    spec: { type: "lognormal", mean: 1, sd: 3 },
    wrong: { type: "lognormal", mean: 1.1, sd: 3.3 },
  },
  weibull: { spec: { type: "weibull", mean: 4, sd: 3 }, wrong: { type: "weibull", mean: 4.4, sd: 3.3 } },
  "weibull with a falling hazard": {
    spec: { type: "weibull", mean: 4, sd: 9 },
    wrong: { type: "weibull", mean: 4.8, sd: 9.9 },
  },
  erlang: { spec: { type: "erlang", stages: 3, mean: 6 }, wrong: { type: "erlang", stages: 3, mean: 6.5 } },
  empirical: {
    spec: { type: "empirical", values: [3, 1, 4, 1, 5, 9, 2, 6] },
    wrong: { type: "empirical", values: [3, 1, 4, 1.5, 5, 10, 2, 7] },
    rough: true,
  },
  "empirical with weights and ties": {
    spec: { type: "empirical", values: [2, 2, 2, 8, 5], weights: [1, 2, 0.5, 1, 3] },
    wrong: { type: "empirical", values: [2, 2, 2, 8, 5], weights: [1, 2, 0.5, 2, 3] },
    rough: true,
  },
  "empirical with one value": {
    spec: { type: "empirical", values: [7] },
    wrong: { type: "empirical", values: [8] },
    rough: true,
  },
  discrete: {
    spec: { type: "discrete", values: [5, 1, 2], weights: [1, 2, 5] },
    wrong: { type: "discrete", values: [5, 1, 2], weights: [1.4, 2, 5] },
    rough: true,
  },
  mixture: {
    spec: {
      type: "mixture",
      parts: [
        { weight: 3, distribution: { type: "exponential", mean: 2 } },
        { weight: 1, distribution: calls },
      ],
    },
    wrong: {
      type: "mixture",
      parts: [
        { weight: 2.5, distribution: { type: "exponential", mean: 2 } },
        { weight: 1, distribution: calls },
      ],
    },
  },
  "mixture of a density and masses": {
    spec: {
      type: "mixture",
      parts: [
        { weight: 1, distribution: { type: "gamma", mean: 20, sd: 10 } },
        { weight: 0.5, distribution: twoValues },
        { weight: 0.5, distribution: { type: "fixed", value: 0 } },
        { weight: 0, distribution: { type: "fixed", value: 1e6 } },
      ],
    },
    wrong: {
      type: "mixture",
      parts: [
        { weight: 1, distribution: { type: "gamma", mean: 20, sd: 10 } },
        { weight: 0.7, distribution: twoValues },
        { weight: 0.4, distribution: { type: "fixed", value: 0 } },
      ],
    },
    rough: true,
  },
  truncated: {
    spec: { type: "truncated", distribution: lognormal, min: 1, max: 30 },
    wrong: { type: "truncated", distribution: lognormal, min: 1.5, max: 40 },
  },
  "truncated below only": {
    spec: { type: "truncated", distribution: { type: "exponential", mean: 4 }, min: 10 },
    wrong: { type: "truncated", distribution: { type: "exponential", mean: 4 }, min: 12 },
  },
  "truncated point masses": {
    spec: {
      type: "truncated",
      distribution: { type: "discrete", values: [1, 3, 5, 9], weights: [4, 2, 2, 1] },
      min: 2,
      max: 5,
    },
    wrong: {
      type: "truncated",
      distribution: { type: "discrete", values: [1, 3, 5, 9], weights: [4, 2, 3, 1] },
      min: 2,
      max: 5,
    },
    rough: true,
  },
  "truncated mixture": {
    spec: {
      type: "truncated",
      distribution: {
        type: "mixture",
        parts: [
          { weight: 1, distribution: lognormal },
          { weight: 1, distribution: twoValues },
        ],
      },
      min: 3,
      max: 15,
    },
    wrong: {
      type: "truncated",
      distribution: {
        type: "mixture",
        parts: [
          { weight: 1.4, distribution: lognormal },
          { weight: 1, distribution: twoValues },
        ],
      },
      min: 3,
      max: 15,
    },
    rough: true,
  },
  "poisson of a small mean": {
    spec: { type: "poisson", mean: 0.6 },
    wrong: { type: "poisson", mean: 0.68 },
    rough: true,
  },
  poisson: { spec: { type: "poisson", mean: 370 }, wrong: { type: "poisson", mean: 376 }, rough: true },
  negativeBinomial: {
    spec: { type: "negativeBinomial", mean: 2.4, shape: 0.13 },
    wrong: { type: "negativeBinomial", mean: 2.7, shape: 0.16 },
    rough: true,
  },
  "negativeBinomial that is nearly poisson": {
    spec: { type: "negativeBinomial", mean: 30, shape: 1e9 },
    wrong: { type: "negativeBinomial", mean: 31, shape: 200 },
    rough: true,
  },
};
