import { describe, expect, it } from "vitest";
import { betaQuantile, regularizedBeta, studentTCdf, studentTQuantile } from "../../src/stats/index.ts";
import { relativeError, rows } from "./fixtures/reference.ts";

describe("incomplete beta and Student's t", () => {
  it.each(rows.regularizedBeta)("I_%d(%d, %d) agrees with 60-digit arithmetic", (x, a, b, expected) => {
    expect(relativeError(regularizedBeta(x, a, b), expected)).toBeLessThan(5e-14);
  });

  it.each(rows.betaQuantile)(
    "the %d quantile of beta(%d, %d) agrees with 60-digit arithmetic",
    (p, a, b, x) => {
      expect(relativeError(betaQuantile(p, a, b), x)).toBeLessThan(5e-14);
    },
  );

  it.each(rows.studentTCdf)(
    "P(T ≤ %d) at %d degrees of freedom agrees with 60-digit arithmetic",
    (t, df, p) => {
      expect(relativeError(studentTCdf(t, df), p)).toBeLessThan(5e-14);
    },
  );

  it.each(rows.studentTQuantile)(
    "the %d quantile of t at %d degrees agrees with 60-digit arithmetic",
    (p, df, t) => {
      expect(relativeError(studentTQuantile(p, df), t)).toBeLessThan(5e-14);
    },
  );

  it("gives the numbers of the printed t table", () => {
    // Law, Simulation Modeling and Analysis, table T.1
    const printed = [
      [0.95, 1, 6.314],
      [0.975, 4, 2.776],
      [0.975, 9, 2.262],
      [0.95, 29, 1.699],
      [0.975, 29, 2.045],
      [0.99, 40, 2.423],
      [0.995, 100, 2.626],
      [0.975, Infinity, 1.96],
    ] as const;
    for (const [p, df, t] of printed)
      expect(Math.abs(studentTQuantile(p, df) - t)).toBeLessThanOrEqual(5.01e-4);
  });

  it("is symmetric, meets its ends and inverts", () => {
    expect(studentTQuantile(0.5, 3)).toBe(0);
    expect(studentTQuantile(0, 3)).toBe(-Infinity);
    expect(studentTQuantile(1, 3)).toBe(Infinity);
    expect(studentTCdf(0, 3)).toBe(0.5);
    expect(studentTCdf(Infinity, 3)).toBe(1);
    expect(studentTCdf(-Infinity, 3)).toBe(0);
    expect(regularizedBeta(0, 2, 3)).toBe(0);
    expect(regularizedBeta(1, 2, 3)).toBe(1);
    for (const df of [1, 2, 2.5, 7, 30, 400, 1e6]) {
      for (const p of [0.001, 0.2, 0.49, 0.8, 0.975, 0.9999]) {
        const t = studentTQuantile(p, df);
        expect(relativeError(studentTCdf(t, df), p)).toBeLessThan(1e-13);
        if (p === 0.975) expect(studentTQuantile(0.025, df)).toBeCloseTo(-t, 11);
      }
    }
  });

  it("refuses what lies outside its domain", () => {
    expect(() => studentTQuantile(1.2, 3)).toThrow("p must lie within 0 and 1, got 1.2");
    expect(() => studentTQuantile(Number.NaN, 3)).toThrow(RangeError);
    expect(() => studentTQuantile(0.5, 0)).toThrow("degrees of freedom must be positive, got 0");
    expect(() => studentTCdf(Number.NaN, 4)).toThrow(RangeError);
    expect(() => regularizedBeta(1.5, 1, 1)).toThrow(RangeError);
    expect(() => regularizedBeta(0.5, 0, 1)).toThrow(RangeError);
    expect(() => betaQuantile(-0.1, 1, 1)).toThrow(RangeError);
  });
});
