import { describe, expect, it } from "vitest";
import { createStream } from "../../src/random/index.ts";
import { skewness } from "../../src/stats/index.ts";

describe("skewness", () => {
  it("is 0 for what is symmetric, and turns its sign with the values", () => {
    expect(skewness([1, 2, 3, 4, 5])).toBe(0);
    expect(skewness([0, 0, 0, 1])).toBeCloseTo(2 / Math.sqrt(3), 12);
    expect(skewness([0, 0, 0, -1])).toBeCloseTo(-2 / Math.sqrt(3), 12);
  });

  it("is near 2 for exponential values", () => {
    const s = createStream(1, 0, "exponential");
    expect(skewness(Array.from({ length: 20_000 }, () => -Math.log(s.open())))).toBeCloseTo(2, 0);
  });

  it("is no number where nothing varies", () => {
    expect(skewness([3, 3, 3])).toBeNaN();
    expect(skewness([])).toBeNaN();
  });
});
