import fc from "fast-check";
import jstat from "jstat";
import { describe, expect, it } from "vitest";
import { createDistribution, type DistributionSpec } from "../../src/random/index.ts";
import { nextDown } from "../../src/random/math/bits.ts";

const us = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
const size = fc.double({ min: 0.01, max: 1000, noNaN: true });
const cv = fc.double({ min: 0.05, max: 5, noNaN: true });
const list = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });

const simple: fc.Arbitrary<DistributionSpec> = fc.oneof(
  size.map((value): DistributionSpec => ({ type: "fixed", value })),
  fc.tuple(size, size).map(([min, width]): DistributionSpec => ({ type: "uniform", min, max: min + width })),
  fc.tuple(size, size, size).map(
    ([min, left, right]): DistributionSpec => ({
      type: "triangular",
      min,
      mode: min + left,
      max: min + left + right,
    }),
  ),
  size.map((mean): DistributionSpec => ({ type: "exponential", mean })),
  fc
    .tuple(fc.constantFrom("gamma", "lognormal", "weibull"), size, cv)
    .map(([type, mean, ratio]): DistributionSpec => ({ type, mean, sd: mean * ratio })),
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), size)
    .map(([stages, mean]): DistributionSpec => ({ type: "erlang", stages, mean })),
  list.map((values): DistributionSpec => ({ type: "empirical", values })),
  list.map(
    (values): DistributionSpec => ({ type: "discrete", values, weights: values.map((v) => (v + 51) / 10) }),
  ),
  size.map((mean): DistributionSpec => ({ type: "poisson", mean })),
  fc
    .tuple(size, cv)
    .map(([mean, shape]): DistributionSpec => ({ type: "negativeBinomial", mean, shape: shape * 4 })),
);

const any: fc.Arbitrary<DistributionSpec> = fc.oneof(
  { weight: 4, arbitrary: simple },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.record({ weight: size, distribution: simple }), { minLength: 1, maxLength: 3 })
      .map((parts): DistributionSpec => ({ type: "mixture", parts })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(simple, us).map(([distribution, u]): DistributionSpec => {
      const max = createDistribution(distribution).quantile(Math.max(0.01, u));
      return { type: "truncated", distribution, max };
    }),
  },
);

describe("any distribution", () => {
  it("gives the smallest value whose probability reaches u", () => {
    fc.assert(
      fc.property(any, us, (spec, u) => {
        const of = createDistribution(spec);
        const x = of.quantile(u);
        expect(of.cdf(x)).toBeGreaterThanOrEqual(u - 1e-11);
        expect(of.cdf(nextDown(x))).toBeLessThanOrEqual(u + 1e-11);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it("keeps common random numbers in step: a larger u never gives a smaller value", () => {
    fc.assert(
      fc.property(any, us, us, (spec, u, v) => {
        const of = createDistribution(spec);
        const small = of.sample(Math.min(u, v));
        const large = of.sample(Math.max(u, v));
        expect(small).toBeLessThanOrEqual(large + 1e-12 * Math.abs(large));
      }),
      { seed: 2, numRuns: 400 },
    );
  });
});

describe("a distribution given by mean and spread", () => {
  it.each([
    ["exponential", { type: "exponential", mean: 8 }, (x: number) => jstat.exponential.cdf(x, 1 / 8)],
    ["gamma", { type: "gamma", mean: 6, sd: 3 }, (x: number) => jstat.gamma.cdf(x, 4, 1.5)],
    ["erlang", { type: "erlang", stages: 3, mean: 6 }, (x: number) => jstat.gamma.cdf(x, 3, 2)],
    [
      "lognormal",
      { type: "lognormal", mean: 5, sd: 4 },
      (x: number) => jstat.lognormal.cdf(x, Math.log(5) - Math.log(1.64) / 2, Math.sqrt(Math.log(1.64))),
    ],
    ["weibull", { type: "weibull", mean: 3, sd: 3 }, (x: number) => jstat.weibull.cdf(x, 3, 1)],
    [
      "triangular",
      { type: "triangular", min: 1, mode: 2, max: 7 },
      (x: number) => jstat.triangular.cdf(x, 1, 7, 2),
    ],
    ["uniform", { type: "uniform", min: -1, max: 4 }, (x: number) => jstat.uniform.cdf(x, -1, 4)],
    ["poisson", { type: "poisson", mean: 2.3 }, (x: number) => jstat.poisson.cdf(Math.floor(x), 2.3)],
    [
      "negative binomial",
      { type: "negativeBinomial", mean: 6, shape: 3 },
      (x: number) => jstat.negbin.cdf(Math.floor(x), 3, 1 / 3),
    ],
  ] as const)("%s agrees with jstat", (_, spec, theirs) => {
    const { cdf, quantile } = createDistribution(spec as DistributionSpec);
    for (const u of [0.001, 0.1, 0.3, 0.5, 0.8, 0.95, 0.9999]) {
      const x = quantile(u) + 0.01;
      expect(Math.abs(cdf(x) - theirs(x)), `at ${x}`).toBeLessThan(1e-6);
    }
  });

  it("weibull finds the shape that its spread asks for", () => {
    // shape 2: mean Γ(1.5) = √π / 2, variance 1 − π / 4
    const { quantile } = createDistribution({
      type: "weibull",
      mean: Math.sqrt(Math.PI) / 2,
      sd: Math.sqrt(1 - Math.PI / 4),
    });
    expect(quantile(1 - Math.exp(-1))).toBeCloseTo(1, 12);
    expect(quantile(1 - Math.exp(-4))).toBeCloseTo(2, 12);
  });

  it("lognormal has its median at mean / √(1 + cv²)", () => {
    expect(createDistribution({ type: "lognormal", mean: 10, sd: 10 }).quantile(0.5)).toBeCloseTo(
      10 / Math.SQRT2,
      12,
    );
  });
});

describe("empirical and discrete", () => {
  const values = [10, 2, 4];

  it("differ: lines between the values, or the values alone", () => {
    const lines = createDistribution({ type: "empirical", values });
    const points = createDistribution({ type: "discrete", values, weights: [1, 1, 1] });
    expect([0, 0.25, 0.5, 0.75, 1].map(lines.quantile)).toEqual([2, 3, 4, 7, 10]);
    expect([0, 0.25, 0.5, 0.75, 1].map(points.quantile)).toEqual([2, 2, 4, 10, 10]);
    expect(lines.mean).toBeCloseTo((2 / 2 + 4 + 10 / 2) / 2, 14);
    expect(points.mean).toBeCloseTo(16 / 3, 14);
  });

  it("take weights as counts: twice the weight in discrete is the value twice", () => {
    const weighted = createDistribution({ type: "discrete", values, weights: [2, 0, 1] });
    const repeated = createDistribution({ type: "discrete", values: [10, 10, 4], weights: [1, 1, 1] });
    expect(weighted.mean).toBeCloseTo(repeated.mean, 14);
    expect(weighted.quantile(0.34)).toBe(repeated.quantile(0.34));
  });

  it("equal weights in empirical change nothing", () => {
    const plain = createDistribution({ type: "empirical", values });
    const weighted = createDistribution({ type: "empirical", values, weights: [7, 7, 7] });
    for (const u of [0.1, 0.4, 0.6, 0.9]) expect(weighted.quantile(u)).toBe(plain.quantile(u));
  });

  it("leave the caller's lists as they were", () => {
    const given = [3, 1, 2];
    createDistribution({ type: "empirical", values: given });
    createDistribution({ type: "discrete", values: given, weights: given });
    expect(given).toEqual([3, 1, 2]);
  });
});

describe("truncated", () => {
  it("gives only values that the distribution has", () => {
    const odd = { type: "discrete", values: [1, 5, 9], weights: [1, 1, 1] } as const;
    const { quantile, mean } = createDistribution({ type: "truncated", distribution: odd, min: 3, max: 7 });
    expect([0, 1e-17, 0.5, 1].map(quantile)).toEqual([5, 5, 5, 5]);
    expect(mean).toBeCloseTo(5, 14);
  });

  it("keeps both its ends", () => {
    const counts = { type: "poisson", mean: 2 } as const;
    const { quantile } = createDistribution({ type: "truncated", distribution: counts, min: 1, max: 4 });
    expect([0, 1].map(quantile)).toEqual([1, 4]);
  });

  it("has an exponential's memory, which is none", () => {
    const { mean, variance } = createDistribution({
      type: "truncated",
      distribution: { type: "exponential", mean: 4 },
      min: 20,
    });
    expect(mean).toBeCloseTo(24, 9);
    expect(variance).toBeCloseTo(16, 7);
  });
});
