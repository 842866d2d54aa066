import { describe, expect, it } from "vitest";
import { createDistribution, type DistributionSpec } from "../../src/random/index.ts";

const refused: [DistributionSpec | { type: string }, string][] = [
  [{ type: "fixed", value: Number.NaN }, "fixed: value must be a finite number (at most 1e+150), not NaN"],
  [{ type: "uniform", min: 2, max: 2 }, "uniform: max must be above min (2), not 2"],
  [
    { type: "uniform", min: -Infinity, max: 2 },
    "uniform: min must be a finite number (at most 1e+150), not -Infinity",
  ],
  [
    { type: "triangular", min: 1, mode: 3, max: 2 },
    "triangular: mode must lie between min (1) and max (2), not 3",
  ],
  [{ type: "triangular", min: 1, mode: 1, max: 1 }, "triangular: max must be above min (1), not 1"],
  [{ type: "exponential", mean: 0 }, "exponential: mean must be a positive number (at most 1e+150), not 0"],
  [
    { type: "exponential", mean: Infinity },
    "exponential: mean must be a positive number (at most 1e+150), not Infinity",
  ],
  [{ type: "gamma", mean: 2, sd: 0 }, "gamma: sd must be a positive number (at most 1e+150), not 0"],
  [{ type: "gamma", mean: 1, sd: 2000 }, "gamma: sd must be 1e-7 to 1000 times the mean (1), not 2000"],
  [
    { type: "lognormal", mean: -3, sd: 1 },
    "lognormal: mean must be a positive number (at most 1e+150), not -3",
  ],
  [
    { type: "lognormal", mean: 5, sd: Number.NaN },
    "lognormal: sd must be a positive number (at most 1e+150), not NaN",
  ],
  [
    { type: "weibull", mean: 1, sd: 0.0001 },
    "weibull: sd must be 0.001 to 100 times the mean (1), not 0.0001",
  ],
  [{ type: "erlang", stages: 2.5, mean: 1 }, "erlang: stages must be a whole number from 1, not 2.5"],
  [{ type: "erlang", stages: 0, mean: 1 }, "erlang: stages must be a whole number from 1, not 0"],
  [{ type: "empirical", values: [] }, "empirical: values must hold at least one number"],
  [
    { type: "empirical", values: [1, Number.NaN] },
    "empirical: values[1] must be a finite number (at most 1e+150), not NaN",
  ],
  [
    { type: "empirical", values: [1, 2], weights: [1] },
    "empirical: weights must be as many as there are values (2), not 1",
  ],
  [
    { type: "discrete", values: [1, 2], weights: [1, -1] },
    "discrete: weights[1] must be zero or a positive number, not -1",
  ],
  [{ type: "discrete", values: [1, 2], weights: [0, 0] }, "discrete: weights must not all be zero"],
  [{ type: "mixture", parts: [] }, "mixture: parts must hold at least one distribution"],
  [
    { type: "mixture", parts: [{ weight: -1, distribution: { type: "fixed", value: 1 } }] },
    "mixture: weights[0] must be zero or a positive number, not -1",
  ],
  [
    { type: "mixture", parts: [{ weight: 1, distribution: { type: "exponential", mean: -1 } }] },
    "exponential: mean must be a positive number (at most 1e+150), not -1",
  ],
  [
    { type: "truncated", distribution: { type: "exponential", mean: 1 }, min: 3, max: 2 },
    "truncated: max must be at least min (3), not 2",
  ],
  [
    { type: "truncated", distribution: { type: "uniform", min: 0, max: 1 }, min: 2 },
    "truncated: min (2) and max (Infinity) must keep at least 0.000001 of the distribution, not 0",
  ],
  [
    { type: "truncated", distribution: { type: "uniform", min: 0, max: 1 }, min: Number.NaN },
    "truncated: min must be a number, not NaN",
  ],
  [{ type: "poisson", mean: 0 }, "poisson: mean must be a positive number (at most 1e+150), not 0"],
  [{ type: "poisson", mean: 1e10 }, "poisson: mean must be at most 1000000000, not 10000000000"],
  [
    { type: "negativeBinomial", mean: 3, shape: 0 },
    "negativeBinomial: shape must be a positive number (at most 1e+150), not 0",
  ],
  [
    { type: "negativeBinomial", mean: 1000, shape: 0.01 },
    "negativeBinomial: mean × (1 + 1 / shape) must be at most 25000, not 101000 (mean 1000, shape 0.01)",
  ],
  [
    { type: "normal" },
    "type must be one of fixed, uniform, triangular, exponential, gamma, lognormal, weibull, erlang, empirical, discrete, mixture, truncated, poisson, negativeBinomial, not normal",
  ],
];

describe("a distribution that cannot be", () => {
  it.each(refused)("%j is refused by name", (spec, message) => {
    expect(() => createDistribution(spec as DistributionSpec)).toThrow(new RangeError(message));
  });
});
