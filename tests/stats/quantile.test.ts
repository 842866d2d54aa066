import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, sorted } from "../../src/stats/index.ts";

describe("a quantile", () => {
  it("interpolates as R's type 7 and NumPy do", () => {
    // numpy.quantile([1, 2, 4, 8, 16], p)
    const values = [1, 2, 4, 8, 16];
    expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantile(values, p))).toEqual([1, 1.4, 2, 4, 12.8, 16]);
    expect(quantile([7], 0.9)).toBe(7);
  });

  it("is Infinity when it touches the unanswered, and finite below them", () => {
    const waits = [1, 2, 3, Infinity, Infinity];
    expect(quantile(waits, 0.5)).toBe(3);
    expect(quantile(waits, 0.51)).toBe(Infinity);
    expect(quantile(waits, 0.75)).toBe(Infinity);
    expect(quantile(waits, 0.9)).toBe(Infinity);
    expect(quantile([Infinity, Infinity], 0.3)).toBe(Infinity);
  });

  it("never says NaN about numbers, lies between its neighbours and rises with p", () => {
    const values = fc.array(
      fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.constant(Infinity)),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (raw, p, q) => {
        const ordered = sorted(raw);
        const low = quantile(ordered, Math.min(p, q));
        const high = quantile(ordered, Math.max(p, q));
        expect(low <= high).toBe(true);
        expect(low >= ordered[0]! && high <= ordered.at(-1)!).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("is absent when there is nothing", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  it("refuses NaN wherever it hides, −Infinity, disorder and shares that are none", () => {
    expect(() => quantile([1, Number.NaN, 3, 4, 5], 1)).toThrow("NaN at index 1");
    expect(() => quantile([1, 3, 2], 0)).toThrow("got 2 out of order at index 2");
    expect(() => quantile([-Infinity, 2], 0.5)).toThrow(RangeError);
    expect(() => quantile([1, 2], 1.01)).toThrow("p must lie within 0 and 1, got 1.01");
    expect(() => quantile([1, 2], Number.NaN)).toThrow(RangeError);
    expect(() => sorted([2, Number.NaN])).toThrow("NaN at index 1");
  });

  it("sorts a copy by value, not by text", () => {
    const values = [10, 9, Infinity, -1, 100];
    expect([...sorted(values)]).toEqual([-1, 9, 10, 100, Infinity]);
    expect(values[0]).toBe(10);
  });
});
