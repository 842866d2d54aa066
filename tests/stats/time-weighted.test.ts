import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TimeWeighted } from "../../src/stats/index.ts";

describe("a time-weighted average", () => {
  it("weighs every value by how long it lasted, zeros included", () => {
    const queue = new TimeWeighted(0);
    queue.set(10, 2);
    queue.add(15, 1);
    queue.add(20, -3);
    expect(queue.integral(40)).toBe(2 * 5 + 3 * 5);
    expect(queue.mean(40)).toBe(25 / 40);
    // Averaging only over the stretches with somebody waiting would say 2.5.
    expect(queue.mean(40)).not.toBe(2.5);
    expect([queue.min, queue.max, queue.value]).toEqual([0, 3, 0]);
  });

  it("is zero, not absent, where nothing ever happened", () => {
    const queue = new TimeWeighted(0);
    expect(queue.mean(480)).toBe(0);
    expect(new TimeWeighted(5, 3).mean(6)).toBe(3);
    expect(new TimeWeighted(5).mean(5)).toBeNaN();
  });

  it("reads the same twice and does not move when read", () => {
    const queue = new TimeWeighted(0, 4);
    expect(queue.mean(10)).toBe(4);
    queue.set(2, 0);
    expect(queue.mean(10)).toBe(0.8);
    expect(queue.mean(10)).toBe(0.8);
  });

  it("does not count a value that lasted no time among its extremes", () => {
    const queue = new TimeWeighted(0);
    queue.set(5, 9);
    queue.set(5, 1);
    queue.set(8, 0);
    expect([queue.min, queue.max]).toEqual([0, 1]);
    queue.set(9, 4);
    expect(queue.max).toBe(4);
  });

  it("counts only what lies within its window, and follows what does not", () => {
    const busy = new TimeWeighted(0, 1, { start: 100, end: 200 });
    expect([busy.min, busy.max].every(Number.isNaN)).toBe(true);
    busy.set(50, 7);
    busy.set(90, 2);
    expect(busy.mean(100)).toBeNaN();
    busy.set(150, 4);
    expect(busy.mean(150)).toBe(2);
    busy.set(180, 0);
    busy.set(250, 30);
    expect(busy.mean(300)).toBe((2 * 50 + 4 * 30) / 100);
    expect(busy.integral(300)).toBe(220);
    expect([busy.min, busy.max]).toEqual([0, 4]);
  });

  it("cuts a warm-up off by reset as by a window", () => {
    const reset = new TimeWeighted(0, 3);
    reset.set(40, 5);
    reset.reset(60);
    reset.set(80, 1);
    const windowed = new TimeWeighted(0, 3, { start: 60, end: Infinity });
    windowed.set(40, 5);
    windowed.set(80, 1);
    expect(reset.mean(100)).toBe(3);
    expect(windowed.mean(100)).toBe(3);
    expect([reset.min, reset.max]).toEqual([windowed.min, windowed.max]);
  });

  it("refuses time that runs backwards, NaN and infinite values", () => {
    const queue = new TimeWeighted(10);
    queue.set(20, 1);
    expect(() => queue.set(19, 2)).toThrow("got 19 after 20");
    expect(() => queue.mean(19)).toThrow(RangeError);
    expect(() => queue.set(Number.NaN, 2)).toThrow(RangeError);
    expect(() => queue.set(21, Number.NaN)).toThrow("got NaN");
    expect(() => queue.set(Infinity, 2)).toThrow(RangeError);
    expect(() => queue.integral(Infinity)).toThrow(RangeError);
    expect(() => new TimeWeighted(Number.NaN)).toThrow(RangeError);
    expect(() => new TimeWeighted(0, Infinity)).toThrow(RangeError);
    expect(() => new TimeWeighted(0, 0, { start: 5, end: 4 })).toThrow(RangeError);
    expect(queue.mean(30)).toBe(0.5);
  });

  const stretches = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1e3, noNaN: true }), fc.integer({ min: 0, max: 50 })),
    {
      maxLength: 20,
    },
  );

  it("merges stretches in any grouping to the average over all of them", () => {
    const run = (steps: readonly (readonly [number, number])[]) => {
      const level = new TimeWeighted(0);
      let now = 0;
      for (const [held, value] of steps) {
        level.set(now, value);
        now += held;
      }
      level.advance(now);
      return level;
    };
    fc.assert(
      fc.property(stretches, stretches, stretches, (a, b, c) => {
        const left = run(a);
        left.merge(run(b));
        left.merge(run(c));
        const tail = run(b);
        tail.merge(run(c));
        const right = run(a);
        right.merge(tail);
        const all = [...a, ...b, ...c];
        const area = all.reduce((sum, [held, value]) => sum + held * value, 0);
        const time = all.reduce((sum, [held]) => sum + held, 0);
        const end = a.reduce((sum, [held]) => sum + held, 0);
        for (const level of [left, right]) {
          expect(Math.abs(level.integral(end) - area)).toBeLessThanOrEqual(1e-12 * area);
          expect(Math.abs(level.duration(end) - time)).toBeLessThanOrEqual(1e-12 * time);
        }
        expect(left.max).toEqual(right.max);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});
