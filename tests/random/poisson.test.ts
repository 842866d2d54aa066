import { describe, expect, it } from "vitest";
import {
  createDistribution,
  keyedUniform,
  poissonQuantile,
  regularizedGammaQ,
  streamKey,
} from "../../src/random/index.ts";
import { chiSquare } from "./reference/randomness.ts";

const key = streamKey(7, 0, "poisson");

describe("poissonQuantile", () => {
  it.each([1e-9, 0.1, 0.5, 1, 2, 7.3, 29.9, 30.1, 500, 123_456])(
    "with mean %d gives the smallest count whose probability reaches u",
    (mean) => {
      for (let i = 0; i < 300; i += 1) {
        const u = keyedUniform(key, 0, i);
        const k = poissonQuantile(mean, u);
        // P(N ≤ k) = Q(k + 1, mean)
        expect(regularizedGammaQ(k + 1, mean)).toBeGreaterThanOrEqual(u - 1e-11);
        if (k > 0) expect(regularizedGammaQ(k, mean)).toBeLessThanOrEqual(u + 1e-11);
      }
    },
  );

  it("agrees with the tabulated distribution", () => {
    for (const mean of [0.1, 1.3, 25, 400]) {
      const { quantile } = createDistribution({ type: "poisson", mean });
      for (let i = 0; i < 300; i += 1) {
        const u = keyedUniform(key, 1, i);
        expect(poissonQuantile(mean, u)).toBe(quantile(u));
      }
    }
  });

  it("rises with u and with the mean, across the change of method at 30", () => {
    let last = 0;
    for (let mean = 29; mean < 31; mean += 0.01) {
      const k = poissonQuantile(mean, 0.73);
      expect(k).toBeGreaterThanOrEqual(last);
      last = k;
    }
    for (const mean of [0.4, 100]) {
      const counts = Array.from({ length: 2000 }, (_, i) => poissonQuantile(mean, (i + 0.5) / 2000));
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }
  });

  it("gives Poisson counts, and a chi-square test that sees a mean off by 10 %", () => {
    const agreement = (mean: number) => {
      const counts = new Uint32Array(40);
      const { cdf } = createDistribution({ type: "poisson", mean: 2 });
      for (let i = 0; i < 20_000; i += 1) {
        // spread each count evenly over its share of (0, 1)
        const k = poissonQuantile(mean, keyedUniform(key, 2, i));
        const low = cdf(k - 1);
        counts[Math.floor(40 * (low + (cdf(k) - low) * keyedUniform(key, 3, i)))]! += 1;
      }
      return chiSquare(counts);
    };
    expect(agreement(2)).toBeGreaterThan(1e-3);
    expect(agreement(2.2)).toBeLessThan(1e-9);
  });

  it("ends at the ends, and outside is no number", () => {
    expect(poissonQuantile(0, 0.5)).toBe(0);
    expect(poissonQuantile(3, 0)).toBe(0);
    expect(poissonQuantile(3, 1)).toBe(Infinity);
    expect(Number.isFinite(poissonQuantile(0.7, 1 - 2 ** -53))).toBe(true);
    expect(Number.isFinite(poissonQuantile(1e6, 1 - 2 ** -53))).toBe(true);
    expect([poissonQuantile(-1, 0.5), poissonQuantile(1, 1.5), poissonQuantile(Number.NaN, 0.5)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
