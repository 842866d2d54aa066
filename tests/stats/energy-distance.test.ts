import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { energyAmong } from "../../src/stats/index.ts";

/** By the definition, every pair of values. */
function byPairs(
  a: readonly number[],
  b: readonly number[],
): readonly [distance: number, coefficient: number] {
  const mean = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, u) => sum + y.reduce((part, v) => part + Math.abs(u - v), 0), 0) / (x.length * y.length);
  const distance = 2 * mean(a, b) - mean(a, a) - mean(b, b);
  return [distance, mean(a, b) === 0 ? 0 : distance / (2 * mean(a, b))];
}

/** A sample that stands for the law with this quantile function. */
const sampleOf = (quantile: (p: number) => number, count = 4000) =>
  Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count));

describe("energy distance", () => {
  test("is what its definition says, pair by pair, of each sample from all others", () => {
    const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 4 }), (samples) => {
        energyAmong(samples).forEach(({ distance, coefficient }, own) => {
          const [expected, share] = byPairs(samples[own]!, samples.filter((_, i) => i !== own).flat());
          expect(distance).toBeCloseTo(expected, 9);
          expect(coefficient).toBeCloseTo(share, 9);
        });
      }),
    );
  });

  test("agrees with the closed form of uniform and exponential laws", () => {
    // Uniform on [0, 1] and on [d, 1 + d]: 2 ∫ (F − G)² = 2 (d² (1 − d) + 2 d³ / 3) for 0 ≤ d ≤ 1.
    for (const d of [0.1, 0.5, 1]) {
      const [uniform] = energyAmong([sampleOf((p) => p), sampleOf((p) => p + d)]);
      expect(uniform!.distance).toBeCloseTo(2 * (d * d * (1 - d) + (2 * d ** 3) / 3), 4);
    }
    // Exponentials of means a and b: E|X − Y| = a + b − 2ab / (a + b), E|X − X′| = a.
    const exponential = (mean: number) => sampleOf((p) => -mean * Math.log1p(-p), 40_000);
    const [scaled] = energyAmong([exponential(1), exponential(1.25)]);
    const between = 1 + 1.25 - (2 * 1.25) / 2.25;
    expect(scaled!.distance / (2 * between - 1 - 1.25)).toBeCloseTo(1, 2);
    expect(scaled!.coefficient).toBeCloseTo((2 * between - 1 - 1.25) / (2 * between), 4);
  });

  test("is nothing between equal samples, and has no value without any", () => {
    expect(
      energyAmong([
        [3, 1, 2],
        [1, 2, 3],
      ])[0],
    ).toEqual({ distance: 0, coefficient: 0 });
    expect(energyAmong([[7], [7, 7]])[0]).toEqual({ distance: 0, coefficient: 0 });
    expect(energyAmong([[], [1]])[0]!.distance).toBeNaN();
    expect(() => energyAmong([[1], [Number.POSITIVE_INFINITY]])).toThrow("finite");
  });
});
