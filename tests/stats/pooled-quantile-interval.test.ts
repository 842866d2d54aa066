import { describe, expect, it } from "vitest";
import { createStream } from "../../src/random/index.ts";
import { pooledQuantileInterval, quantile, sorted } from "../../src/stats/index.ts";

const stream = (name = "bootstrap") => createStream(11, 0, name);

function runs(count: number, size: (i: number) => number): number[][] {
  const { uniform } = createStream(3, 0, "runs");
  return Array.from({ length: count }, (_, i) => Array.from({ length: size(i) }, () => uniform() * (10 + i)));
}

describe("the interval of a quantile over all messages", () => {
  it("estimates the quantile of the pooled messages, not the mean of the runs' quantiles", () => {
    const samples = [[1], Array.from({ length: 99 }, () => 5)];
    expect(pooledQuantileInterval(samples, 0.5, { stream: stream() }).estimate).toBe(5);
  });

  it("of three replications without end has no end, and a bound from below where one of them has an end", () => {
    const endless = [1, 2, 3].map(() => [1, Infinity, Infinity]);
    const of = (samples: readonly number[][]) => pooledQuantileInterval(samples, 0.9, { stream: stream() });
    expect(of(endless)).toMatchObject({ estimate: Infinity, low: Infinity, high: Infinity });
    expect(of([[1, 2, 3], ...endless.slice(1)])).toMatchObject({
      estimate: Infinity,
      low: 3,
      high: Infinity,
    });
  });

  it("resamples exactly as concatenating whole replications would", () => {
    const samples = runs(7, (i) => 5 + 3 * i).map((run, i) => (i === 2 ? [...run, Infinity] : run));
    for (const p of [0, 0.3, 0.5, 0.9, 1]) {
      const found = pooledQuantileInterval(samples, p, { stream: stream(), resamples: 300, confidence: 0.8 });
      const { uniform } = stream();
      const replicates = Array.from({ length: 300 }, () => {
        const pool = Array.from({ length: 7 }, () => samples[Math.floor(uniform() * 7)]!).flat();
        return quantile(sorted(pool), p);
      });
      const ordered = sorted(replicates);
      // Φ(−√(7/6) t₀.₉,₆) = Φ(−1.0801 × 1.4398), from a printed table of the normal distribution: 0.0600
      const tail = 0.05998;
      const nearby = [quantile(ordered, tail - 1e-4), quantile(ordered, tail + 1e-4)];
      expect(found.low).toBeGreaterThanOrEqual(nearby[0]!);
      expect(found.low).toBeLessThanOrEqual(nearby[1]!);
      expect(found.high).toBeGreaterThanOrEqual(quantile(ordered, 1 - tail - 1e-4));
      expect(found.high).toBeLessThanOrEqual(quantile(ordered, 1 - tail + 1e-4));
      expect(found.infinite).toBe(1);
    }
  });

  it("lets the unanswered reach the end they belong to", () => {
    const samples = runs(10, () => 50).map((run, i) => (i < 3 ? [...run, ...Array(9).fill(Infinity)] : run));
    const median = pooledQuantileInterval(samples, 0.5, { stream: stream() });
    const late = pooledQuantileInterval(samples, 0.95, { stream: stream() });
    expect(Number.isFinite(median.high)).toBe(true);
    expect(Number.isFinite(late.low)).toBe(true);
    expect(late.high).toBe(Infinity);
    expect(late.halfWidth).toBe(Infinity);
    expect(late.infinite).toBe(27);
  });

  it("is the same from the same stream, and leaves its input alone", () => {
    const samples = runs(6, () => 30);
    const copy = structuredClone(samples);
    const once = pooledQuantileInterval(samples, 0.9, { stream: stream() });
    expect(pooledQuantileInterval(samples, 0.9, { stream: stream() })).toEqual(once);
    expect(pooledQuantileInterval(samples, 0.9, { stream: stream("other") })).not.toEqual(once);
    expect(samples).toEqual(copy);
  });

  it("takes replications without messages, and bounds nothing with fewer than two that have any", () => {
    expect(pooledQuantileInterval([[1, 2], [], [3]], 0.5, { stream: stream() }).n).toBe(3);
    expect(pooledQuantileInterval([[1, 2], []], 0.5, { stream: stream() })).toMatchObject({
      estimate: 1.5,
      low: NaN,
      high: NaN,
      sd: NaN,
    });
    expect(pooledQuantileInterval([], 0.5, { stream: stream() }).estimate).toBeNaN();
  });

  it("refuses NaN and resamples too few to rank", () => {
    expect(() => pooledQuantileInterval([[1, Number.NaN]], 0.5, { stream: stream() })).toThrow("NaN");
    expect(() => pooledQuantileInterval([[1], [2]], 0.5, { stream: stream(), resamples: 10 })).toThrow(
      "at least 100",
    );
    expect(() => pooledQuantileInterval([[1], [2]], 2, { stream: stream() })).toThrow(RangeError);
  });
});
