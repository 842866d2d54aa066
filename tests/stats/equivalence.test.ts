import { describe, expect, it } from "vitest";
import { createStream, logGamma, normalCdf, normalQuantile } from "../../src/random/index.ts";
import { isEquivalent, pairedMean, replicationsNeeded, studentTQuantile } from "../../src/stats/index.ts";
import { atLeast, atMost } from "./binomial.ts";

const N = 24;
const zeros = new Float64Array(N);

/** Of so many trials with a true difference (in sd of a pair): shown to be within the margin by the right interval, and by one of 95 %. */
function shown(trials: number, difference: number, margin: number, confidence: number): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) {
    const s = createStream(31, trial, `margin ${difference}`);
    const values = Float64Array.from({ length: N }, () => difference + normalQuantile(s.open()));
    if (isEquivalent(pairedMean(values, zeros).at(confidence), margin)) count += 1;
  }
  return count;
}

/** Exact power of two one-sided t-tests at 5 %: the mean, given the spread, integrated over the density of the spread. */
function power(difference: number, margin: number): number {
  const df = N - 1;
  const t = studentTQuantile(0.95, df);
  const steps = 4000;
  let total = 0;
  for (let i = 0; i < steps; i++) {
    const s = ((i + 0.5) / steps) * 3;
    const logDensity =
      Math.log(2) +
      (df / 2) * Math.log(df / 2) -
      logGamma(df / 2) +
      (df - 1) * Math.log(s) -
      (df * s * s) / 2;
    const room = margin - (t * s) / Math.sqrt(N);
    if (room <= 0) continue;
    const inside =
      normalCdf((room - difference) * Math.sqrt(N)) - normalCdf((-room - difference) * Math.sqrt(N));
    total += (Math.exp(logDensity) * inside * 3) / steps;
  }
  return total;
}

describe("two one-sided tests", () => {
  const trials = 2000;

  it("call a difference of just the margin too small to matter in 5 % of cases, though a single test would in more", () => {
    const right = shown(trials, 0.9, 0.9, 0.9);
    expect(atLeast(right, trials, 0.05)).toBeGreaterThan(1e-4);
    expect(atMost(right, trials, 0.05)).toBeGreaterThan(1e-4);
    expect(atLeast(shown(trials, 0.9, 0.9, 0.8), trials, 0.05)).toBeLessThan(1e-4);
  });

  it.each([0, 0.2, 0.4])("have the power that theory gives them at a difference of %d sd", (difference) => {
    const found = shown(trials, difference, 0.7, 0.9);
    const expected = power(difference, 0.7);
    expect(expected).toBeGreaterThan(0.3);
    expect(atLeast(found, trials, expected)).toBeGreaterThan(1e-4);
    expect(atMost(found, trials, expected)).toBeGreaterThan(1e-4);
  });

  it("show nothing by an interval that is not known, and need a margin", () => {
    expect(isEquivalent({ low: NaN, high: NaN }, 1)).toBe(false);
    expect(isEquivalent({ low: -0.5, high: 1 }, 1)).toBe(false);
    expect(() => isEquivalent({ low: 0, high: 0 }, 0)).toThrow("must be positive");
  });
});

describe("replications needed", () => {
  /** Of so many trials of that many replications: the interval says one or the other. */
  function settled(n: number, difference: number, margin?: number): number {
    let count = 0;
    for (let trial = 0; trial < 1000; trial++) {
      const s = createStream(37, trial, `settled ${n}`);
      const values = Float64Array.from({ length: n }, () => difference + normalQuantile(s.open()));
      const interval = pairedMean(values, new Float64Array(n)).at(0.95);
      const apart = interval.low > 0 || interval.high < 0;
      if (apart || (margin !== undefined && isEquivalent(interval, margin))) count += 1;
    }
    return count;
  }

  it("settle a difference four times in five, and half as many do not", () => {
    const n = replicationsNeeded({ estimate: 0.4, sd: 1, n: 50 }, 0.95);
    expect(settled(n, 0.4)).toBeGreaterThan(740);
    expect(settled(n, 0.4)).toBeLessThan(880);
    expect(settled(Math.ceil(n / 2), 0.4)).toBeLessThan(640);
  });

  it("show one to be smaller than the margin where that takes fewer", () => {
    const n = replicationsNeeded({ estimate: 0.1, sd: 1, n: 50 }, 0.95, 0.5);
    expect(n).toBeLessThan(replicationsNeeded({ estimate: 0.1, sd: 1, n: 50 }, 0.95) / 10);
    expect(settled(n, 0.1, 0.5)).toBeGreaterThan(740);
  });

  it("are not known without a spread, and without end for no difference and no margin", () => {
    expect(replicationsNeeded({ estimate: 1, sd: NaN, n: 1 }, 0.95)).toBeNaN();
    expect(replicationsNeeded({ estimate: Infinity, sd: NaN, n: 9 }, 0.95)).toBeNaN();
    expect(replicationsNeeded({ estimate: 0, sd: 1, n: 9 }, 0.95)).toBe(Infinity);
    expect(replicationsNeeded({ estimate: 1e-17, sd: 1, n: 9 }, 0.95)).toBe(Infinity);
  });
});
