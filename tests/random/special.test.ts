import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  gammaQuantile,
  logGamma,
  normalCdf,
  normalQuantile,
  regularizedGammaP,
  regularizedGammaQ,
} from "../../src/random/index.ts";

/** Written by special.py with mpmath. */
const fixtures = JSON.parse(readFileSync(new URL("fixtures/special.json", import.meta.url), "utf8")) as {
  normalCdf: [number, string][];
  normalQuantile: [number, string][];
  logGamma: [number, string][];
  gammaCdf: [number, number, string, string][];
  gammaQuantile: [number, number, string][];
};

const relative = (x: number, truth: string) => (x === Number(truth) ? 0 : Math.abs(x / Number(truth) - 1));

describe("special functions", () => {
  it("normalCdf is right to 2e-15, far into the tail too", () => {
    for (const [z, truth] of fixtures.normalCdf)
      expect(relative(normalCdf(z), truth), `z = ${z}`).toBeLessThan(2e-15);
  });

  it("normalQuantile is right to 2e-15", () => {
    for (const [p, truth] of fixtures.normalQuantile) {
      expect(relative(normalQuantile(p), truth), `p = ${p}`).toBeLessThan(2e-15);
    }
  });

  it("logGamma is right to 2e-15, on both sides of its zeros", () => {
    for (const [x, truth] of fixtures.logGamma)
      expect(relative(logGamma(x), truth), `x = ${x}`).toBeLessThan(2e-15);
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
  });

  it("both tails of the gamma distribution are right to 5e-13, each where it is small", () => {
    for (const [a, x, lower, upper] of fixtures.gammaCdf) {
      expect(relative(regularizedGammaP(a, x), lower), `P(${a}, ${x})`).toBeLessThan(5e-13);
      expect(relative(regularizedGammaQ(a, x), upper), `Q(${a}, ${x})`).toBeLessThan(5e-13);
    }
  });

  it("gammaQuantile is right to 1e-13, from shape 0.01 to 2500", () => {
    for (const [p, shape, truth] of fixtures.gammaQuantile) {
      expect(relative(gammaQuantile(p, shape, 1), truth), `p = ${p}, shape ${shape}`).toBeLessThan(1e-13);
    }
  });

  it("the fixtures see a digit that is wrong", () => {
    const [z, truth] = fixtures.normalCdf[3]!;
    expect(relative(normalCdf(z * (1 + 1e-14)), truth)).toBeGreaterThan(2e-15);
    const [p, shape, quantile] = fixtures.gammaQuantile[13]!;
    expect(relative(gammaQuantile(p * (1 + 1e-11), shape, 1), quantile)).toBeGreaterThan(1e-13);
  });

  it("large shapes join the others: series and expansion agree at the border", () => {
    for (const z of [-6, -1, 0, 0.5, 4]) {
      const below = 1e5 * (1 - 2 ** -53);
      const x = 1e5 + z * Math.sqrt(1e5);
      expect(regularizedGammaP(1e5, x) / regularizedGammaP(below, x)).toBeCloseTo(1, 9);
      expect(regularizedGammaQ(1e5, x) / regularizedGammaQ(below, x)).toBeCloseTo(1, 9);
    }
  });

  it("gammaQuantile undoes the distribution function up to shape 1e12", () => {
    for (const shape of [1e-3, 0.13, 2, 300, 99_999, 1e5, 1e7, 1e12]) {
      for (const p of [1e-10, 0.02, 0.5, 0.77, 0.999]) {
        const x = gammaQuantile(p, shape, 1);
        if (x > 0) expect(regularizedGammaP(shape, x) / p, `shape ${shape}, p = ${p}`).toBeCloseTo(1, 9);
      }
    }
  });

  it("the ends and what lies outside", () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(Number.NaN)]).toEqual([0, 1, Number.NaN]);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1), normalQuantile(1.1)]).toEqual([
      -Infinity,
      Infinity,
      Number.NaN,
      Number.NaN,
    ]);
    expect([logGamma(0), logGamma(-1), logGamma(Infinity)]).toEqual([Infinity, Number.NaN, Infinity]);
    expect([regularizedGammaP(2, 0), regularizedGammaP(2, Infinity), regularizedGammaP(0, 1)]).toEqual([
      0,
      1,
      Number.NaN,
    ]);
    expect([regularizedGammaQ(2, 0), regularizedGammaQ(2, Infinity), regularizedGammaQ(-1, 1)]).toEqual([
      1,
      0,
      Number.NaN,
    ]);
    expect([gammaQuantile(0, 2, 1), gammaQuantile(1, 2, 1), gammaQuantile(0.5, -1, 1)]).toEqual([
      0,
      Infinity,
      Number.NaN,
    ]);
    expect(gammaQuantile(1e-12, 0.01, 1), "smaller than any double").toBe(0);
  });
});
