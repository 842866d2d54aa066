import { describe, expect, it } from "vitest";
import { createStream, normalQuantile } from "../../src/random/index.ts";
import { bootstrapRows, meanInterval } from "../../src/stats/index.ts";

const stream = (name: string) => createStream(11, 0, name);
const mean = (values: readonly number[], weights: ArrayLike<number>) =>
  values.reduce((sum, value, i) => sum + value * weights[i]!, 0) / values.length;

describe("a bootstrap of rows", () => {
  it("has for a mean of normal values the interval that Student's t has", () => {
    const draws = stream("values");
    const values = Array.from({ length: 40 }, () => normalQuantile(draws.open()));
    const options = { stream: stream("resamples"), resamples: 20_000, confidence: 0.9 };
    const [ends] = bootstrapRows(40, (weights) => [mean(values, weights)], options);
    const { low, high } = meanInterval(values, 0.9);
    expect(Math.abs(ends!.low - low)).toBeLessThan(0.02);
    expect(Math.abs(ends!.high - high)).toBeLessThan(0.02);
  });

  it("gives every statistic the same resamples", () => {
    const values = [1, 5, 2, 8, 3, 9, 4];
    const options = { stream: stream("together"), resamples: 500 };
    const [one, twice] = bootstrapRows(
      7,
      (weights) => [mean(values, weights), 2 * mean(values, weights)],
      options,
    );
    expect([twice!.low, twice!.high]).toEqual([2 * one!.low, 2 * one!.high]);
  });

  it("has no interval where a statistic is none in some resample, or from one row", () => {
    const none = (weights: Int32Array) => [weights[0] === 0 ? Number.NaN : 1];
    const options = { stream: stream("none"), resamples: 100 };
    expect(bootstrapRows(5, none, options)).toEqual([{ low: Number.NaN, high: Number.NaN }]);
    expect(bootstrapRows(1, () => [1], options)).toEqual([{ low: Number.NaN, high: Number.NaN }]);
  });
});
