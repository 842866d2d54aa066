import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Tally } from "../../src/stats/index.ts";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 });

function tallyOf(values: readonly number[]): Tally {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally;
}

function merged(...tallies: readonly Tally[]): Tally {
  const all = new Tally();
  for (const tally of tallies) all.merge(tally);
  return all;
}

function expectSame(a: Tally, b: Tally, values: readonly number[]): void {
  const scale = values.reduce((largest, x) => Math.max(largest, Math.abs(x)), 1e-300);
  const near = (x: number, y: number, size: number) =>
    Number.isNaN(x) ? expect(y).toBeNaN() : expect(Math.abs(x - y)).toBeLessThanOrEqual(1e-12 * size);
  expect(a.count).toBe(b.count);
  near(a.mean, b.mean, scale);
  near(a.variance, b.variance, scale * scale);
  near(a.sum, b.sum, scale * values.length);
  expect(a.min).toEqual(b.min);
  expect(a.max).toEqual(b.max);
}

describe("a tally", () => {
  it("knows mean, unbiased variance and extremes", () => {
    const tally = tallyOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(tally.count).toBe(8);
    expect(tally.mean).toBeCloseTo(5, 14);
    expect(tally.variance).toBeCloseTo(32 / 7, 13);
    expect(tally.sd).toBeCloseTo(Math.sqrt(32 / 7), 13);
    expect([tally.min, tally.max, tally.sum]).toEqual([2, 9, 40]);
  });

  it("does not lose a small variance under a large mean", () => {
    const offset = 1e9;
    const values = [offset + 4, offset + 7, offset + 13, offset + 16];
    expect(tallyOf(values).variance).toBe(30);
    const squares = values.reduce((sum, x) => sum + x * x, 0);
    const naive = (squares - 4 * (offset + 10) * (offset + 10)) / 3;
    expect(naive).not.toBe(30);
  });

  it("is absent, not zero, when nothing was seen", () => {
    const empty = new Tally();
    expect([empty.count, empty.sum]).toEqual([0, 0]);
    expect([empty.mean, empty.variance, empty.min, empty.max].every(Number.isNaN)).toBe(true);
    expect(tallyOf([3]).variance).toBeNaN();
  });

  it("refuses NaN, and stays as it was", () => {
    const tally = tallyOf([1, 2]);
    expect(() => tally.add(Number.NaN)).toThrow("NaN");
    expect(tally.count).toBe(2);
    expect(tally.mean).toBe(1.5);
  });

  it("takes +Infinity for the unanswered, before, between and after finite values", () => {
    for (const values of [
      [Infinity, 1, 3],
      [1, Infinity, 3],
      [1, 3, Infinity],
    ]) {
      const tally = tallyOf(values);
      expect([tally.count, tally.mean, tally.max, tally.min]).toEqual([3, Infinity, Infinity, 1]);
      expect(tally.variance).toBeNaN();
    }
    expect(tallyOf([Infinity, -Infinity]).mean).toBeNaN();
    expect(merged(tallyOf([Infinity]), tallyOf([1])).mean).toBe(Infinity);
  });

  it("merges to what one tally of all would be, in any grouping", () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const all = [...a, ...b, ...c];
        const whole = tallyOf(all);
        expectSame(merged(tallyOf(a), tallyOf(b), tallyOf(c)), whole, all);
        expectSame(merged(tallyOf(a), merged(tallyOf(b), tallyOf(c))), whole, all);
        expectSame(merged(tallyOf(c), tallyOf(a), tallyOf(b)), whole, all);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("leaves the tally it merges from alone, and an empty one changes nothing", () => {
    const other = tallyOf([1, 5]);
    const before = other.state();
    const tally = tallyOf([2, 3]);
    tally.merge(other);
    expect(other.state()).toEqual(before);
    const state = tally.state();
    tally.merge(new Tally());
    expect(tally.state()).toEqual(state);
  });

  it("goes on from a stored state as if it had never stopped", () => {
    const straight = tallyOf([1, 2.5, Infinity, 4]);
    const stopped = Tally.from(tallyOf([1, 2.5]).state());
    stopped.add(Infinity);
    stopped.add(4);
    expect(stopped.state()).toEqual(straight.state());
  });
});
