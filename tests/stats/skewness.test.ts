import { describe, expect, test } from "vitest";
import { createStream } from "../../src/random/index.ts";
import { skewness } from "../../src/stats/index.ts";

describe("skewness", () => {
  test("is that of textbooks", () => {
    // Mean 3, squares 10, cubes 0.
    expect(skewness([1, 2, 3, 4, 5])).toBe(0);
    // Mean 1: m₂ = 3, m₃ = 6, g₁ = 6 / 3√3 = 2 / √3, G₁ = g₁ √12 / 2 = 2: the whole spread in one of four.
    expect(skewness([0, 0, 0, 4])).toBeCloseTo(2, 12);
    expect(skewness([4, 4, 4, 0])).toBeCloseTo(-2, 12);
  });

  test("has no unit and no origin", () => {
    const values = [1, 2, 2, 3, 9];
    expect(skewness(values.map((value) => 1000 - 60 * value))).toBeCloseTo(-skewness(values), 9);
  });

  test("finds the 2 of an exponential in many values", () => {
    const { open } = createStream(1, 0, "exponential");
    const many = Array.from({ length: 200_000 }, () => -Math.log(open()));
    expect(Math.abs(skewness(many) - 2)).toBeLessThan(0.1);
  });

  test("says nothing of two values, of none that vary, and refuses what is not finite", () => {
    expect([skewness([1, 2]), skewness([3, 3, 3, 3])]).toEqual([Number.NaN, Number.NaN]);
    expect(() => skewness([1, Number.NaN, 2])).toThrow("got NaN at 1");
    expect(() => skewness([1, Infinity, 2])).toThrow("got Infinity at 1");
  });
});
