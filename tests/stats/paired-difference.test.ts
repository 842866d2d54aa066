import { describe, expect, it } from "vitest";
import { createStream, normalQuantile, type Stream } from "../../src/random/index.ts";
import {
  meanInterval,
  type PairedDifference,
  pairedMean,
  pairedQuantile,
  pairedRatio,
  pooledQuantileInterval,
} from "../../src/stats/index.ts";
import { atLeast, atMost } from "./binomial.ts";

const normal = (s: Stream) => normalQuantile(s.open());
const bootstrap = { stream: createStream(1, 0, "bootstrap") };

describe("the paired difference of means", () => {
  it("uses the pairs: noise common to both sides cancels", () => {
    const common = [5, 90, 33, 12, 71, 44];
    const a = common.map((x, i) => x + 2 + 0.01 * i);
    const paired = pairedMean(a, common);
    const { estimate, halfWidth, n, method } = paired.at(0.95);
    expect(estimate).toBeCloseTo(2.025, 10);
    expect(halfWidth).toBeLessThan(0.03);
    expect([n, method]).toEqual([6, "t"]);
    expect(meanInterval(a).halfWidth).toBeGreaterThan(30);
    expect(paired.varianceRatio).toBeGreaterThan(1000);
  });

  it("is the mean of the differences with Student's interval, at any confidence", () => {
    const [a, b] = [
      [3, 1, 4, 1, 5],
      [2, 7, 1, 8, 2],
    ] as const;
    const differences = a.map((value, i) => value - b[i]!);
    expect(pairedMean(a, b).at(0.95)).toEqual(meanInterval(differences, 0.95));
    expect(pairedMean(a, b).at(0.5)).toEqual(meanInterval(differences, 0.5));
    expect(() => pairedMean(a, b).at(95)).toThrow("0.95 for 95 %");
  });

  it("refuses lists that are not pairs, and NaN unless told that the pair is open", () => {
    expect(() => pairedMean([1, 2], [1])).toThrow("got 2 and 1");
    expect(() => pairedMean([1, 2], [1, Number.NaN])).toThrow("pair 1 holds NaN");
    const told = pairedMean([5, 2, 8, 1], [1, Number.NaN, 3, 2], [false, true, false, false]);
    expect(told).toMatchObject({ estimate: pairedMean([5, 8, 1], [1, 3, 2]).estimate, n: 3 });
    expect([...told.deviations!][1]).toBe(0);
  });

  it("knows no difference of two infinities", () => {
    const one = pairedMean([1, Infinity], [2, 3]);
    expect(one.at(0.95)).toMatchObject({ estimate: Infinity, infinite: 1 });
    expect(one).not.toHaveProperty("deviations");
    const both = pairedMean([1, Infinity], [2, Infinity]);
    expect(both.estimate).toBeNaN();
    expect(both.at(0.95)).toMatchObject({ estimate: NaN, low: NaN, high: NaN, infinite: 1 });
  });

  it("takes what rounding alone makes for nothing", () => {
    const noise = [0.1 + 0.2 - 0.3, 0, -(0.1 + 0.2 - 0.3)];
    expect(pairedMean([0.3 + noise[0]!, 0.7, 0.9 + noise[2]!], [0.3, 0.7, 0.9])).toMatchObject({
      estimate: 0,
      sd: 0,
      varianceRatio: Infinity,
    });
    const shifted = pairedMean([1000.1 + 1e-12, 2000.1, 3000.1], [1000, 2000, 3000]);
    expect(shifted).toMatchObject({ sd: 0, varianceRatio: Infinity });
    expect(pairedMean([7, 7], [5, 5]).varianceRatio).toBeNaN();
  });
});

describe("the paired difference of ratios", () => {
  /** As many units in every replication: a ratio of totals is then a mean of ratios. */
  it("is that of means where every replication weighs the same", () => {
    const s = createStream(3, 0, "equal");
    const draw = () => Array.from({ length: 12 }, () => Math.floor(40 * s.uniform()));
    const [a, b] = [draw(), draw()];
    const units = new Array<number>(12).fill(40);
    const share = (counts: readonly number[]) => counts.map((count) => count / 40);
    const ratio = pairedRatio({ numerators: a, denominators: units }, { numerators: b, denominators: units });
    const mean = pairedMean(share(a), share(b));
    const found = ratio.at(0.9);
    const expected = mean.at(0.9);
    for (const key of ["estimate", "low", "high", "sd"] as const) {
      expect(found[key]).toBeCloseTo(expected[key], 12);
    }
    expect(ratio.varianceRatio).toBeCloseTo(mean.varianceRatio, 10);
    for (const [i, each] of ratio.deviations!.entries()) {
      expect(each).toBeCloseTo(mean.deviations![i]!, 12);
    }
  });

  it("is the difference of the ratios of totals, not of the means of ratios", () => {
    const a = { numerators: [9, 10], denominators: [10, 100] };
    const b = { numerators: [5, 50], denominators: [10, 100] };
    expect(pairedRatio(a, b).estimate).toBeCloseTo(19 / 110 - 55 / 110, 12);
  });

  it("covers what it should though sizes and shares go together; taking both shares apart would cover by far too much", () => {
    const trials = 2000;
    let covered = 0;
    let apart = 0;
    for (let trial = 0; trial < trials; trial++) {
      const s = createStream(5, trial, "ratios");
      const terms = { a: [] as number[], b: [] as number[], units: [] as number[] };
      for (let i = 0; i < 20; i++) {
        const busy = s.uniform() < 0.5;
        const units = busy ? 120 : 60;
        const weather = 0.1 * normal(s);
        const kept = (share: number) => units * Math.min(1, Math.max(0, share + weather + 0.02 * normal(s)));
        terms.a.push(kept(busy ? 0.6 : 0.75));
        terms.b.push(kept(busy ? 0.5 : 0.7));
        terms.units.push(units);
      }
      const truth = (120 * 0.1 + 60 * 0.05) / 180;
      const difference = pairedRatio(
        { numerators: terms.a, denominators: terms.units },
        { numerators: terms.b, denominators: terms.units },
      );
      const { low, high, halfWidth } = difference.at(0.95);
      if (low <= truth && truth <= high) covered += 1;
      const wide = halfWidth * Math.sqrt(difference.varianceRatio);
      if (Math.abs(difference.estimate - truth) <= wide) apart += 1;
    }
    expect(atMost(covered, trials, 0.95)).toBeGreaterThan(1e-4);
    expect(atLeast(covered, trials, 0.95)).toBeGreaterThan(1e-4);
    expect(atLeast(apart, trials, 0.95)).toBeLessThan(1e-4);
  });

  it("bounds nothing with one replication, and has no estimate over nothing", () => {
    const one = pairedRatio({ numerators: [1], denominators: [2] }, { numerators: [1], denominators: [4] });
    expect(one.at(0.95)).toMatchObject({ estimate: 0.25, low: NaN, high: NaN, sd: NaN, n: 1 });
    expect(one).not.toHaveProperty("deviations");
    const none = { numerators: [0, 0], denominators: [0, 0] };
    expect(pairedRatio(none, { numerators: [1, 1], denominators: [2, 2] }).estimate).toBeNaN();
    expect(() => pairedRatio(none, { numerators: [1], denominators: [2] })).toThrow("got 2 and 1");
  });
});

describe("the paired difference of pooled quantiles", () => {
  const waits = Array.from({ length: 12 }, (_, i) => {
    const s = createStream(9, i, "waits");
    return Array.from({ length: 50 }, () => 10 * s.uniform());
  });

  it("sees a shift common to all for certain, however much the replications differ", () => {
    const shifted = waits.map((run) => run.map((wait) => wait + 2));
    const found = pairedQuantile(shifted, waits, 0.9, bootstrap);
    expect(found.estimate).toBeCloseTo(2, 12);
    expect(found.sd).toBeLessThan(1e-9);
    expect(found.at(0.95).high).toBeCloseTo(2, 12);
    const apart = pooledQuantileInterval(shifted, 0.9, bootstrap);
    expect(apart.high - apart.low).toBeGreaterThan(0.1);
  });

  it("of five replications that never end is worse than one that does, for sure", () => {
    const five = (of: (i: number) => readonly number[]) => [0, 1, 2, 3, 4].map(of);
    const endless = five(() => [1, Infinity, Infinity]);
    const ending = five((i) => [i, i + 1, i + 2]);
    const stream = createStream(3, 0, "endless");
    expect(pairedQuantile(endless, ending, 0.9, { stream }).at(0.95)).toMatchObject({
      estimate: Infinity,
      low: Infinity,
    });
  });

  it("finds none between a system and itself", () => {
    const found = pairedQuantile(waits, waits, 0.5, bootstrap);
    expect(found).toMatchObject({ estimate: 0, sd: 0, varianceRatio: Infinity });
    expect(found.at(0.95)).toMatchObject({ low: 0, high: 0 });
  });

  it("does not depend on the order of messages, but on the replication they belong to", () => {
    const slower = waits.map((run, i) => run.map((wait) => wait + 1 + i));
    const options = () => ({ stream: createStream(4, 0, "order") });
    const found = pairedQuantile(slower, waits, 0.9, options());
    const turned = pairedQuantile(
      slower.map((run) => run.toReversed()),
      waits,
      0.9,
      options(),
    );
    expect(turned.at(0.95)).toEqual(found.at(0.95));
    const mispaired = pairedQuantile([...slower.slice(1), slower[0]!], waits, 0.9, options());
    expect(mispaired.sd).not.toBe(found.sd);
  });

  it("moves with messages that nobody answered, and makes no number of two that have no end", () => {
    const unanswered = waits.map((run) => run.map((wait, i) => (i < 10 ? Infinity : wait)));
    const worse = pairedQuantile(unanswered, waits, 0.9, bootstrap);
    expect(worse.estimate).toBe(Infinity);
    expect(worse.at(0.95)).toMatchObject({ low: Infinity, high: Infinity });
    expect(worse).not.toHaveProperty("deviations");
    const better = pairedQuantile(waits, unanswered, 0.9, bootstrap);
    expect(better.at(0.95)).toMatchObject({ low: -Infinity, high: -Infinity, sd: NaN });
    const both = pairedQuantile(unanswered, unanswered, 0.9, bootstrap);
    expect(both.at(0.95)).toMatchObject({ estimate: NaN, low: -Infinity, high: Infinity });
    // Below what is unanswered there is a difference like any other.
    expect(Number.isFinite(pairedQuantile(unanswered, waits, 0.5, bootstrap).at(0.95).high)).toBe(true);
  });

  it("bounds nothing unless two replications of both have messages", () => {
    const found = pairedQuantile([[1, 2], []], [[1], [2]], 0.5, bootstrap);
    expect(found.estimate).toBe(0);
    expect(found.at(0.95)).toMatchObject({ low: NaN, high: NaN, sd: NaN });
    expect(() => pairedQuantile([[1]], [[1], [2]], 0.5, bootstrap)).toThrow("got 1 and 2");
  });
});

describe("the variance ratio of pairing", () => {
  /** Noise of sd 3 common to both and of sd 1 of their own: (9 + 1) × 2 over 2. */
  it("is what theory gives it: ten times where nine tenths of the variance are common, none where nothing is", () => {
    const s = createStream(6, 0, "pairs");
    const count = 4000;
    const common = Array.from({ length: count }, () => 3 * normal(s));
    const of = (shared: readonly number[]): PairedDifference =>
      pairedMean(
        shared.map((x) => x + normal(s)),
        common.map((x) => x + normal(s)),
      );
    // Four standard errors of a ratio of two variances from 4,000 pairs are about 13 %.
    expect(Math.abs(of(common).varianceRatio / 10 - 1)).toBeLessThan(0.13);
    const own = Array.from({ length: count }, () => 3 * normal(s));
    expect(Math.abs(of(own).varianceRatio - 1)).toBeLessThan(0.13);
  });
});
