import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MinuteClock } from "../../src/model/index.ts";

const clock = new MinuteClock([10, 20, 20, 25, 30, 30, 40, 50]);

describe("a clock that runs in stretches", () => {
  test("joins what touches and drops what is empty", () => {
    expect(clock.stretchCount).toBe(2);
    expect([clock.from(0), clock.to(0), clock.from(1), clock.to(1), clock.from(2)]).toEqual([
      10,
      25,
      40,
      50,
      Number.POSITIVE_INFINITY,
    ]);
    expect(clock.total).toBe(25);
  });

  test("counts only inside them", () => {
    expect([-5, 0, 10, 12, 25, 33, 40, 41, 50, 1e9].map((t) => clock.countedAt(t))).toEqual([
      0, 0, 0, 2, 15, 15, 15, 16, 25, 25,
    ]);
    expect(clock.between(12, 41)).toBe(14);
    expect(clock.between(41, 12)).toBe(-14);
  });

  test("finds the earliest time of a count", () => {
    expect([0, 1, 15, 15.5, 25, 26].map((c) => clock.timeAtCount(c))).toEqual([
      0,
      11,
      25,
      40.5,
      50,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test("adds minutes, stopping at the end of a stretch rather than at the start of the next", () => {
    expect([0, 1, 15, 16, 26].map((m) => clock.add(10, m))).toEqual([
      10,
      11,
      25,
      41,
      Number.POSITIVE_INFINITY,
    ]);
    expect([0, 1, 11].map((m) => clock.add(30, m))).toEqual([30, 41, Number.POSITIVE_INFINITY]);
    expect(clock.add(-7, 2)).toBe(12);
  });

  test("adding within a stretch rounds nothing away", () => {
    const late = new MinuteClock([0, 1, 1e6, 2e6]);
    expect(late.add(1e6 + 0.1, 0.2)).toBe(1e6 + 0.1 + 0.2);
  });

  test("runs in half-open stretches", () => {
    expect([9, 10, 24, 25, 39, 40, 49, 50].map((t) => clock.isCounting(t))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
    expect([0, 10, 24, 25, 45, 50].map((t) => clock.nextStart(t))).toEqual([
      10,
      10,
      24,
      40,
      45,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test("without stretches it never runs", () => {
    const never = new MinuteClock([]);
    expect([never.total, never.countedAt(5), never.nextStart(5), never.add(5, 0)]).toEqual([
      0,
      0,
      Number.POSITIVE_INFINITY,
      5,
    ]);
    expect(never.timeAtCount(1)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([[[5, 4]], [[0, 10, 9, 12]], [[-1, 3]], [[0, Number.NaN]], [[0, Number.POSITIVE_INFINITY]]])(
    "refuses %j",
    (bounds) => {
      expect(() => new MinuteClock(bounds)).toThrow(RangeError);
    },
  );

  test("agrees with counting minute by minute", () => {
    const gaps = fc.array(fc.nat({ max: 900 }), { maxLength: 40 });
    fc.assert(
      fc.property(gaps, fc.nat({ max: 20_000 }), fc.nat({ max: 3000 }), (steps, t, minutes) => {
        const bounds: number[] = [];
        for (const step of steps.slice(0, steps.length & ~1)) bounds.push((bounds.at(-1) ?? 0) + step);
        const tested = new MinuteClock(bounds);
        const runs = (m: number) => bounds.some((from, i) => i % 2 === 0 && m >= from && m < bounds[i + 1]!);
        let counted = 0;
        for (let m = 0; m < t; m++) if (runs(m)) counted += 1;
        expect(tested.countedAt(t)).toBe(counted);
        expect(tested.isCounting(t)).toBe(runs(t));
        let then = t;
        for (let left = minutes; left > 0 && then < 40_000; then++) if (runs(then)) left -= 1;
        const expected = counted + minutes > tested.total && minutes > 0 ? Number.POSITIVE_INFINITY : then;
        expect(tested.add(t, minutes)).toBe(expected);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
