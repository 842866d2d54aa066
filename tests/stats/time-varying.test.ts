import { describe, expect, it } from "vitest";
import { createDistribution, exp } from "../../src/random/index.ts";
import { mgInfinityMean, timeVaryingInfiniteServerMean } from "../../src/stats/index.ts";
import { relativeError, rows } from "./fixtures/reference.ts";

const exponential = (mean: number) => createDistribution({ type: "exponential", mean });
const fixed = (value: number) => createDistribution({ type: "fixed", value });

describe("M(t)/G/∞", () => {
  const { starts, rates, lognormal, means } = rows.timeVarying;
  const service = createDistribution({ type: "lognormal", mean: lognormal.mean, sd: lognormal.sd });

  it.each(means)(
    "at minute %d agrees with numeric integration in 60 digits, lognormal handling",
    (t, expected) => {
      expect(
        relativeError(timeVaryingInfiniteServerMean({ starts, rates }, service, t), expected),
      ).toBeLessThan(1e-11);
    },
  );

  it("follows the differential equation m′ = λ(t) − m / E[S] when handling is exponential", () => {
    let solved = 0;
    const step = 0.01;
    const rateAt = (t: number) => rates[starts.filter((s) => s <= t).length - 1]!;
    for (let i = 0; i < 42_000; i++) {
      const forced = rateAt((i + 0.5) * step) * 30;
      solved = forced + (solved - forced) * exp(-step / 30);
    }
    const found = timeVaryingInfiniteServerMean({ starts, rates }, exponential(30), 420);
    expect(relativeError(found, solved)).toBeLessThan(1e-10);
  });

  it("a fixed handling time counts exactly the arrivals of the last so many minutes", () => {
    // 15 minutes at 0, then 30 at 1.25, of the 45 before t = 330.
    expect(timeVaryingInfiniteServerMean({ starts, rates }, fixed(45), 330)).toBeCloseTo(30 * 1.25, 9);
    expect(timeVaryingInfiniteServerMean({ starts, rates }, fixed(45), 75)).toBeCloseTo(30 * 0.5 + 15 * 2, 9);
  });

  it("lags behind the rate: reading the rate of the moment is wrong", () => {
    const found = timeVaryingInfiniteServerMean({ starts, rates }, exponential(30), 250);
    expect(mgInfinityMean(0, 30)).toBe(0);
    expect(found).toBeGreaterThan(5);
  });

  it("a constant rate that repeats is M/G/∞", () => {
    const constant = { starts: [0], rates: [0.4], period: 1440 };
    for (const t of [-100, 0, 719.5, 1e6]) {
      expect(timeVaryingInfiniteServerMean(constant, service, t)).toBeCloseTo(0.4 * 30, 9);
    }
  });

  it("a repeating rate has run for ever: the sine of Eick, Massey & Whitt comes out in its closed form", () => {
    // λ(t) = 1 + sin γt, cut into many steps; m(t) = E[S] (1 + (sin γt − γE[S] cos γt) / (1 + γ²E[S]²)) for exponential S.
    const pieces = 720;
    const period = 1440;
    const gamma = (2 * Math.PI) / period;
    const at = (i: number) => (i * period) / pieces;
    const sine = {
      starts: Array.from({ length: pieces }, (_, i) => at(i)),
      rates: Array.from(
        { length: pieces },
        (_, i) => 1 + (Math.cos(gamma * at(i)) - Math.cos(gamma * at(i + 1))) / (gamma * (period / pieces)),
      ),
      period,
    };
    for (const t of [0, 300, 777]) {
      const mean = 200;
      const lag = gamma * mean;
      const exact = mean * (1 + (Math.sin(gamma * t) - lag * Math.cos(gamma * t)) / (1 + lag * lag));
      expect(relativeError(timeVaryingInfiniteServerMean(sine, exponential(mean), t), exact)).toBeLessThan(
        1e-5,
      );
    }
  });

  it("is empty before the first arrival can have come, and a last slot of zero rate empties it", () => {
    expect(timeVaryingInfiniteServerMean({ starts: [10], rates: [5] }, exponential(30), 10)).toBe(0);
    expect(timeVaryingInfiniteServerMean({ starts: [10], rates: [5] }, exponential(30), 3)).toBe(0);
    const emptied = timeVaryingInfiniteServerMean({ starts: [0, 60], rates: [5, 0] }, fixed(30), 95);
    expect(emptied).toBe(0);
  });

  it("refuses rates that are none", () => {
    const mean = (rate: { starts: number[]; rates: number[]; period?: number }, t = 1) =>
      timeVaryingInfiniteServerMean(rate, exponential(1), t);
    expect(() => mean({ starts: [], rates: [] })).toThrow("as many starts as rates");
    expect(() => mean({ starts: [0, 1], rates: [1] })).toThrow("got 2 and 1");
    expect(() => mean({ starts: [0], rates: [-1] })).toThrow("a rate must be");
    expect(() => mean({ starts: [5, 1], rates: [1, 1] })).toThrow("got 1 at index 1");
    expect(() => mean({ starts: [1], rates: [1], period: 10 })).toThrow("must start at 0");
    expect(() => mean({ starts: [0, 20], rates: [1, 1], period: 10 })).toThrow("within its period of 10");
    expect(() => mean({ starts: [0], rates: [1] }, Number.NaN)).toThrow("t must be finite");
    const never = { momentsUpTo: () => [0, 0] as const };
    expect(() => timeVaryingInfiniteServerMean({ starts: [0], rates: [1], period: 9 }, never, 1)).toThrow(
      "too long",
    );
  });
});
