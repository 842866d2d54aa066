import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TimeWeighted, TimeWeightedSeries } from "../../src/stats/index.ts";

describe("a time-weighted series", () => {
  it("has a value for every interval, the quiet ones too", () => {
    const queue = new TimeWeightedSeries(0, 60, 5);
    queue.set(30, 4);
    queue.set(75, 0);
    queue.set(250, 6);
    queue.advance(400);
    expect([...queue.means()]).toEqual([2, 1, 0, 0, (6 * 50) / 60]);
    // Leaving the empty hours out would call the mean 8/3 instead of 8/5.
    expect(queue.means().reduce((sum, x) => sum + x, 0) / 5).toBeCloseTo(8 / 5, 12);
  });

  it("does not speak of intervals that are not over", () => {
    const queue = new TimeWeightedSeries(0, 60, 3, 2);
    queue.advance(119);
    expect([...queue.means()]).toEqual([2, Number.NaN, Number.NaN]);
    queue.advance(120);
    expect(queue.means()[1]).toBe(2);
  });

  it("agrees with one average over each interval by itself", () => {
    const change = fc.tuple(fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: -5, max: 20 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const series = new TimeWeightedSeries(10, 7.3, 40, 1);
        const alone = Array.from(
          { length: 40 },
          (_, i) => new TimeWeighted(10, 1, { start: 10 + i * 7.3, end: 10 + (i + 1) * 7.3 }),
        );
        let now = 10;
        for (const [gap, value] of changes) {
          now += gap;
          for (const level of [series, ...alone]) level.set(now, value);
        }
        const end = Math.max(now, 10 + 41 * 7.3);
        series.advance(end);
        const means = series.means();
        for (const [i, level] of alone.entries()) expect(means[i]).toBeCloseTo(level.mean(end), 9);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it("refuses time that runs backwards and intervals that are none", () => {
    const queue = new TimeWeightedSeries(0, 60, 2);
    queue.add(10, 1);
    expect(() => queue.set(9, 1)).toThrow("got 9 after 10");
    expect(() => queue.set(11, Number.NaN)).toThrow("got NaN");
    expect(() => queue.advance(Number.NaN)).toThrow(RangeError);
    expect(() => new TimeWeightedSeries(0, 0, 2)).toThrow("positive width");
    expect(() => new TimeWeightedSeries(0, 60, 2.5)).toThrow("whole numbers from 1, got 2.5");
  });
});
