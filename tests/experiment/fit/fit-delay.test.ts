import { describe, expect, it } from "vitest";
import { clusteredShare, wilson } from "../../../src/experiment/fit/clustered-share.ts";
import { fitDelay } from "../../../src/experiment/fit/fit-delay.ts";
import { cameBy, largestDifference } from "../../../src/experiment/fit/kaplan-meier.ts";
import { createDistribution, createStream, type DistributionSpec } from "../../../src/random/index.ts";

/** As many values of a law as are asked for, evenly over its probabilities: a sample without luck. */
function evenly(spec: DistributionSpec, count: number): Float64Array {
  const law = createDistribution(spec);
  return Float64Array.from({ length: count }, (_, i) => law.quantile((i + 0.5) / count));
}

function censored(times: Float64Array, at: number) {
  return {
    came: times.filter((t) => t <= at),
    watched: new Float64Array(times.filter((t) => t > at).length).fill(at),
  };
}

describe("share that has come", () => {
  it("is Kaplan and Meier's of the leukaemia trial of Freireich et al. (1963)", () => {
    const came = Float64Array.of(6, 6, 6, 7, 10, 13, 16, 22, 23);
    const watched = Float64Array.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35);
    const { at, share } = cameBy({ came, watched });
    expect([...at]).toEqual([6, 7, 10, 13, 16, 22, 23]);
    const survival = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
    share.forEach((s, i) => void expect(1 - s).toBeCloseTo(survival[i]!, 3));
  });

  it("is the step function of a sample where nothing is censored", () => {
    const found = cameBy({ came: Float64Array.of(1, 2, 3, 4), watched: new Float64Array(0) });
    expect([...found.share]).toEqual([0.25, 0.5, 0.75, 1]);
    expect(largestDifference(found, (x) => x / 4)).toBeCloseTo(0.25, 12);
  });
});

describe("law of a delay", () => {
  it("has the mean of a censored exponential: all time watched over what came", () => {
    const { came, watched } = censored(evenly({ type: "exponential", mean: 100 }, 400), 120);
    const total = [...came, ...watched].reduce((sum, t) => sum + t, 0);
    const fit = fitDelay({ came, watched }, { always: true })!;
    const exponential = fit.families.find(({ family }) => family === "exponential")!;
    expect(exponential.mean).toBeCloseTo(total / came.length, 2);
    expect(total / came.length).not.toBeCloseTo([...came].reduce((sum, t) => sum + t, 0) / came.length, 0);
  });

  it("has the standard error of a censored exponential: the mean over the root of what came", () => {
    const { came, watched } = censored(evenly({ type: "exponential", mean: 100 }, 400), 120);
    const fit = fitDelay({ came, watched }, { always: true })!;
    if (fit.best.family !== "exponential") return expect(fit.families[1]!.family).toBe("exponential");
    const half = (Math.log(fit.mean.high) - Math.log(fit.mean.low)) / 2;
    expect(half).toBeCloseTo(1.96 / Math.sqrt(came.length), 3);
  });

  it.each([
    { type: "lognormal", mean: 540, sd: 840 },
    { type: "gamma", mean: 300, sd: 150 },
    { type: "weibull", mean: 300, sd: 600 },
  ] as const)("is found again with its mean and sd, a third censored: $type", (spec) => {
    const all = evenly(spec, 2000);
    const fit = fitDelay(censored(all, all[1400]!), { always: true })!;
    expect(fit.best.family).toBe(spec.type);
    expect(fit.best.mean / spec.mean).toBeCloseTo(1, 1);
    expect(fit.best.sd / spec.sd).toBeCloseTo(1, 0);
    expect(fit.best.distance).toBeLessThan(0.01);
    expect(fit.fitsNone).toBe(false);
  });

  it("tells those for whom it never comes from those for whom it has not come yet", () => {
    const came = evenly({ type: "gamma", mean: 100, sd: 50 }, 300);
    const watched = new Float64Array(700).fill(1000);
    const fit = fitDelay({ came, watched })!;
    expect(fit.probability.estimate).toBeCloseTo(0.3, 2);
    expect(fit.probability.low).toBeCloseTo(wilson(0.3, 1000).low, 2);
    // As many again were watched for half of the usual delay only: 450 came of 2,000, and yet it comes to three in ten.
    const early = censored(came, 93);
    const young = {
      came: Float64Array.of(...came, ...early.came),
      watched: Float64Array.of(...watched, ...early.watched, ...new Float64Array(700).fill(93)),
    };
    expect(young.came.length / (young.came.length + young.watched.length)).toBeLessThan(0.24);
    expect(fitDelay(young)!.probability.estimate).toBeCloseTo(0.3, 1);
  });

  it("is what was seen where no family comes near", () => {
    const stream = createStream(1, 0, "two humps");
    const came = Float64Array.from(
      { length: 2000 },
      (_, i) => (i % 2 === 0 ? 10 : 1000) * (1 + 0.05 * stream.uniform()),
    );
    const fit = fitDelay({ came, watched: new Float64Array(0) }, { always: true })!;
    expect(fit.fitsNone).toBe(true);
    expect(fit.empirical[0]).toBeCloseTo(10, 0);
    expect(fit.empirical.at(-1)! / 1050).toBeCloseTo(1, 1);
  });

  it("is not made of fewer than twenty", () => {
    expect(
      fitDelay({ came: new Float64Array(19).fill(1), watched: new Float64Array(500).fill(9) }),
    ).toBeUndefined();
  });
});

describe("share of clustered things", () => {
  it("is Wilson's where things are alone: 81 of 263 (Newcombe 1998)", () => {
    const hits = Array.from({ length: 263 }, (_, i) => (i < 81 ? 1 : 0));
    const { low, high } = clusteredShare(
      hits,
      hits.map(() => 1),
    );
    expect(low).toBeCloseTo(0.2553, 3);
    expect(high).toBeCloseTo(0.3662, 3);
  });

  it("is that of the clusters where all in a cluster are alike", () => {
    const ten = Array.from({ length: 200 }, (_, i) => (i < 60 ? 10 : 0));
    const bounds = clusteredShare(
      ten,
      ten.map(() => 10),
    );
    expect(bounds.high - bounds.low).toBeCloseTo(wilson(0.3, 200).high - wilson(0.3, 200).low, 2);
  });
});
