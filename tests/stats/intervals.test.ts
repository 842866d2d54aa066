import { describe, expect, it } from "vitest";
import { meanInterval, medianInterval, proportionInterval, ratioInterval } from "../../src/stats/index.ts";
import { rows } from "./fixtures/reference.ts";

describe("the interval of a mean over replications", () => {
  it("is Student's t on n − 1 degrees of freedom", () => {
    // Law, example 4.26: ten observations, 90 % interval 1.34 ± 0.24.
    const values = [1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09];
    const found = meanInterval(values, 0.9);
    expect(found.estimate).toBeCloseTo(1.343, 12);
    expect(found.halfWidth).toBeCloseTo(0.24, 2);
    expect(found.sd).toBeCloseTo(Math.sqrt(0.17), 2);
    expect(found.high - found.low).toBeCloseTo(2 * found.halfWidth, 12);
    expect([found.n, found.method, found.confidence]).toEqual([10, "t", 0.9]);
    expect(found).not.toHaveProperty("infinite");
    expect(Object.isFrozen(found)).toBe(true);
  });

  it("bounds nothing with one replication, and says nothing with none", () => {
    expect(meanInterval([4])).toMatchObject({
      estimate: 4,
      low: NaN,
      high: NaN,
      halfWidth: NaN,
      sd: NaN,
      n: 1,
    });
    expect(meanInterval([])).toMatchObject({ estimate: NaN, low: NaN, high: NaN, n: 0 });
    expect(meanInterval([2, 2, 2])).toMatchObject({ estimate: 2, low: 2, high: 2, halfWidth: 0, sd: 0 });
  });

  it("refuses NaN unless told that the row is open", () => {
    expect(() => meanInterval([1, Number.NaN, 3])).toThrow("value 1 is NaN");
    expect(() => meanInterval([1, Number.NaN, 3], 0.95, [true, false, false])).toThrow("value 1 is NaN");
    const told = meanInterval([1, Number.NaN, 3], 0.95, [false, true, false]);
    expect(told).toEqual(meanInterval([1, 3]));
    expect(() => meanInterval([1, 2], 0.95, [true])).toThrow("got 1 for 2");
  });

  it("says how many values were infinite instead of pretending to bound them", () => {
    const found = meanInterval([1, Infinity, 3]);
    expect(found).toMatchObject({ estimate: Infinity, low: NaN, high: Infinity, sd: NaN, infinite: 1, n: 3 });
  });

  it("takes confidence as a probability", () => {
    expect(() => meanInterval([1, 2], 95)).toThrow("0.95 for 95 %");
    expect(meanInterval([1, 2, 4], 0.99).halfWidth).toBeGreaterThan(meanInterval([1, 2, 4], 0.9).halfWidth);
  });
});

describe("the interval of a ratio of totals", () => {
  it("estimates the ratio of totals, not the mean of ratios", () => {
    const found = ratioInterval([1, 90], [10, 100]);
    expect(found.estimate).toBeCloseTo(91 / 110, 14);
    expect(found.estimate).not.toBeCloseTo((0.1 + 0.9) / 2, 2);
  });

  it("equals the t interval of the mean when all denominators are equal", () => {
    const shares = [0.8, 0.9, 0.85, 0.7, 0.95];
    const ratio = ratioInterval(
      shares.map((s) => s * 40),
      shares.map(() => 40),
    );
    const mean = meanInterval(shares);
    expect(ratio.estimate).toBeCloseTo(mean.estimate, 12);
    expect(ratio.sd).toBeCloseTo(mean.sd, 12);
    expect(ratio.low).toBeCloseTo(mean.low, 12);
    expect(ratio.method).toBe("jackknife");
  });

  it("has the standard error that pseudo-values give by hand", () => {
    const tops = [3, 5, 2, 8];
    const bottoms = [10, 12, 9, 11];
    const whole = 18 / 42;
    const pseudo = tops.map((top, i) => 4 * whole - 3 * ((18 - top) / (42 - bottoms[i]!)));
    expect(ratioInterval(tops, bottoms).sd).toBeCloseTo(meanInterval(pseudo).sd, 12);
  });

  it("stays within what is possible when told, and is as sure as before", () => {
    const free = ratioInterval([10, 9, 3], [10, 10, 10]);
    const share = ratioInterval([10, 9, 3], [10, 10, 10], 0.95, [0, 1]);
    expect(free.high).toBeGreaterThan(1);
    expect(share.high).toBeLessThan(1);
    expect(share.low).toBeGreaterThan(0);
    expect([share.estimate, share.sd]).toEqual([free.estimate, free.sd]);
    // With many replications both scales agree: 300 of them, 0.8 ± 0.01.
    const kept = Array.from({ length: 300 }, (_, i) => 70 + (i % 21));
    const all = kept.map(() => 100);
    const narrow = ratioInterval(kept, all, 0.95, [0, 1]);
    expect(narrow.low).toBeCloseTo(ratioInterval(kept, all).low, 3);
    expect(narrow.high).toBeCloseTo(ratioInterval(kept, all).high, 3);
  });

  it("does not take a share that came out 0 or 1 for certain", () => {
    const months = new Array<number>(30).fill(12);
    const none = new Array<number>(30).fill(0);
    const never = ratioInterval(none, months, 0.95, [0, 1]);
    // 360 months that go together by 0.3 say as much as 360 / (1 + 11 × 0.3) = 83.7 that do not: 1 − 0.025^(1 / 83.7).
    expect(never).toMatchObject({ estimate: 0, low: 0, n: 30, method: "effective-clopper-pearson" });
    expect(never.high).toBeCloseTo(0.04311, 5);
    const always = ratioInterval(months, months, 0.95, [0, 1]);
    expect(always.low).toBeCloseTo(1 - never.high, 12);
    expect(always.high).toBe(1);
    // However many messages a replication has, they are no more than ten thirds of a witness.
    const messages = new Array<number>(30).fill(5000);
    expect(ratioInterval(none, messages, 0.95, [0, 1]).high).toBeCloseTo(1 - 0.025 ** (1 / 99.953), 5);
    // All in one replication says less than one in each of five.
    const bunched = ratioInterval([5, ...none.slice(1)], months, 0.95, [0, 1]);
    const spread = ratioInterval([1, 1, 1, 1, 1, ...none.slice(5)], months, 0.95, [0, 1]);
    expect(bunched.estimate).toBe(spread.estimate);
    expect(bunched.high).toBeGreaterThan(1.3 * spread.high);
    expect(ratioInterval([1, 1, 1, 1, 1, 1, ...none.slice(6)], months, 0.95, [0, 1]).method).toBe(
      "jackknife",
    );
    expect(ratioInterval([10, 0], [10, 0], 0.95, [0, 1])).toMatchObject({
      low: Number.NaN,
      high: Number.NaN,
    });
  });

  it("takes a share that is 1 but for rounding as it is", () => {
    for (const seen of [
      [100, 99.999999999999986, 100],
      [100.00000000000001, 99.999999999999986, 100],
      [1e-300, 0, 0],
    ]) {
      const { low, high } = ratioInterval(seen, [100, 100, 100], 0.95, [0, 1]);
      expect(low >= 0 && low < high && high <= 1, String(seen)).toBe(true);
    }
  });

  it("cuts the ends of other ratios at what is possible", () => {
    expect(ratioInterval([1, 0, 0], [10, 10, 10], 0.95, [0, Infinity])).toMatchObject({
      low: 0,
      method: "jackknife",
    });
  });
  it("counts a replication without messages, and is absent without any", () => {
    expect(ratioInterval([0, 5, 4], [0, 10, 10]).n).toBe(3);
    expect(ratioInterval([0, 0], [0, 0])).toMatchObject({ estimate: NaN, low: NaN, high: NaN });
    expect(ratioInterval([0, 5], [0, 10])).toMatchObject({ estimate: 0.5, low: NaN, high: NaN });
    expect(ratioInterval([5], [10])).toMatchObject({ estimate: 0.5, low: NaN, high: NaN });
    expect(() => ratioInterval([1, Number.NaN], [2, 2])).toThrow("replication 1");
    expect(() => ratioInterval([1, 1], [2, -2])).toThrow("replication 1");
  });
});

describe("the interval of a proportion", () => {
  it.each(rows.clopperPearson)("%d of %d at %d has the exact ends", (successes, n, confidence, low, high) => {
    const found = proportionInterval(successes, n, confidence);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
    expect(found.estimate).toBe(successes / n);
  });

  it("covers at every true probability, where the textbook's normal interval does not", () => {
    const n = 20;
    let least = 1;
    let leastWald = 1;
    for (let p = 0.01; p < 1; p += 0.03) {
      let covered = 0;
      let wald = 0;
      let term = 1;
      for (let i = 0; i < n; i++) term *= 1 - p;
      for (let k = 0; k <= n; k++) {
        const { low, high, estimate, sd } = proportionInterval(k, n);
        if (low <= p && p <= high) covered += term;
        if (Math.abs(estimate - p) <= (1.96 * sd) / Math.sqrt(n)) wald += term;
        term *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
      least = Math.min(least, covered);
      leastWald = Math.min(leastWald, wald);
    }
    expect(least).toBeGreaterThanOrEqual(0.95);
    expect(leastWald).toBeLessThan(0.5);
  });

  it("refuses counts that are none", () => {
    expect(() => proportionInterval(4, 3)).toThrow("got 4 of 3");
    expect(() => proportionInterval(0.5, 3)).toThrow(RangeError);
    expect(proportionInterval(0, 0)).toMatchObject({ estimate: NaN, low: NaN, high: NaN });
  });
});

describe("the interval of a median", () => {
  it("takes the order statistics of the printed table", () => {
    // Hahn & Meeker; ranks for 95 %: n = 6: 1 and 6, n = 10: 2 and 9, n = 30: 10 and 21.
    const ranks = (n: number) => {
      const { low, high } = medianInterval(Array.from({ length: n }, (_, i) => i + 1));
      return [low, high];
    };
    expect(ranks(6)).toEqual([1, 6]);
    expect(ranks(10)).toEqual([2, 9]);
    expect(ranks(30)).toEqual([10, 21]);
    expect(ranks(5).every(Number.isNaN)).toBe(true);
  });

  it("bounds a response that is infinite in some replications", () => {
    const values = [3, 9, Infinity, 4, 7, 5, 6, 8, Infinity, 2];
    expect(medianInterval(values)).toMatchObject({
      estimate: 6.5,
      low: 3,
      high: Infinity,
      infinite: 2,
      n: 10,
    });
    expect(medianInterval(values).halfWidth).toBe(Infinity);
  });
});
