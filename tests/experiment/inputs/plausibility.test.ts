import { describe, expect, it } from "vitest";
import { type PlausibilityShape, plausibleQuantile } from "../../../src/experiment/inputs/plausibility.ts";
import { normalCdf } from "../../../src/random/index.ts";

const SHAPES: readonly PlausibilityShape[] = ["uniform", "triangular", "normal", "lognormal"];
const at = (low: number, written: number, high: number, shape: PlausibilityShape) =>
  plausibleQuantile({ low, written, high, shape });

describe("what a number may plausibly be", () => {
  it.each(SHAPES)("goes from one end of its range to the other, never back: %s", (shape) => {
    const quantile = at(2, 3, 11, shape);
    expect([quantile(0), quantile(1)]).toEqual([2, 11]);
    let last = 2;
    for (let i = 1; i <= 200; i++) {
      const value = quantile(i / 200);
      expect(value).toBeGreaterThanOrEqual(last);
      last = value;
    }
  });

  it("is alike everywhere if uniform, and most likely what is written if triangular", () => {
    expect(at(2, 3, 10, "uniform")(0.25)).toBeCloseTo(4, 12);
    // The mode cuts a triangle's mass as it cuts its range.
    expect(at(2, 3, 10, "triangular")(1 / 8)).toBeCloseTo(3, 12);
    expect(at(2, 3, 10, "triangular")(0.5)).toBeCloseTo(10 - Math.sqrt(0.5 * 8 * 7), 12);
  });

  it("is cut off where the range ends if normal, in itself or in its logarithm", () => {
    const sd = 8 / (2 * 1.959963984540054);
    const share = (x: number) =>
      (normalCdf((x - 3) / sd) - normalCdf(-1 / sd)) / (normalCdf(7 / sd) - normalCdf(-1 / sd));
    for (const u of [0.1, 0.5, 0.9]) expect(share(at(2, 3, 10, "normal")(u))).toBeCloseTo(u, 10);
    // Symmetric about what is written where the range is, in ratios.
    expect(at(1, 3, 9, "lognormal")(0.5)).toBeCloseTo(3, 10);
    expect(at(1, 3, 9, "lognormal")(0.2) * at(1, 3, 9, "lognormal")(0.8)).toBeCloseTo(9, 10);
  });

  it("is most likely at the nearer end where what is written lies beyond the range", () => {
    expect(at(2, 30, 10, "triangular")(0.25)).toBeCloseTo(2 + Math.sqrt(0.25 * 64), 12);
  });
});
