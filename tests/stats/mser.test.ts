import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStream, normalQuantile } from "../../src/random/index.ts";
import { mser } from "../../src/stats/index.ts";

/** By the formula, one cut after the other. */
function byFormula(values: readonly number[]): readonly number[] {
  return Array.from({ length: values.length - 4 }, (_, d) => {
    const left = values.slice(d);
    const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
    return left.reduce((sum, value) => sum + (value - mean) ** 2, 0) / left.length ** 2;
  });
}

/** 58 weeks that begin `gap` away from where they settle and halve that every `halving` weeks, with noise of sd 1. */
function settling(gap: number, halving: number, replication = 0): number[] {
  const { open } = createStream(1, replication, "mser");
  return Array.from({ length: 58 }, (_, i) => 20 + gap * 0.5 ** (i / halving) + normalQuantile(open()));
}

describe("MSER", () => {
  test("cuts at the first minimum of its formula that none of the next three undercuts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 40 }), (values) => {
        const statistics = byFormula(values);
        const { cut, settled } = mser(values);
        const undercut = (d: number) =>
          statistics.slice(d + 1, d + 4).some((statistic) => statistic < statistics[d]! * (1 - 1e-9));
        for (let d = 0; d < cut; d++) expect(undercut(d) || statistics[d]! >= statistics[cut]!).toBe(true);
        expect(undercut(cut)).toBe(false);
        expect(settled).toBe(cut <= values.length / 2);
      }),
    );
  });

  test("leaves nothing out of what never changes, and as little as may be where several cuts are alike", () => {
    expect(mser(new Array(20).fill(7))).toEqual({ cut: 0, settled: true });
    expect(mser([100, 3, 3, 3, 3, 3, 3, 3, 3])).toEqual({ cut: 1, settled: true });
  });

  test("cuts a transient, from above and from below, and little where there is none", () => {
    const cuts = (gap: number, halving: number) =>
      Array.from({ length: 200 }, (_, i) => mser(settling(gap, halving, i)).cut).sort((a, b) => a - b);
    for (const gap of [-20, 20]) {
      // The transient is within the noise after some ten weeks.
      expect(cuts(gap, 2)[20]).toBeGreaterThanOrEqual(5);
      expect(cuts(gap, 2)[180]).toBeLessThanOrEqual(14);
    }
    expect(cuts(0, 1)[180]).toBeLessThanOrEqual(6);
  });

  test("is not drawn to a quiet stretch far into the series, where the least of all cuts would be", () => {
    const values = settling(0, 1).map((value, i) => (i === 30 ? 60 : value));
    const statistics = byFormula(values);
    expect(statistics.indexOf(Math.min(...statistics))).toBe(31);
    expect(mser(values).cut).toBeLessThan(5);
  });

  test("says of a trend that the series is too short to tell where it settles", () => {
    expect(mser(Array.from({ length: 50 }, (_, i) => i)).settled).toBe(false);
  });

  test("loses no digits far from zero", () => {
    const values = settling(10, 3);
    expect(mser(values.map((value) => value + 1e9)).cut).toBe(mser(values).cut);
  });

  test("says nothing of fewer than five values, and refuses what is not finite", () => {
    expect(mser([1, 2, 3, 4])).toEqual({ cut: 0, settled: true });
    expect(() => mser([1, Number.NaN])).toThrow("a series must be finite, got NaN at 1");
  });
});
