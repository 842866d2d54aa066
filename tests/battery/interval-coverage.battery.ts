import { describe, expect, it } from "vitest";
import { createStream, normalQuantile, type Stream } from "../../src/random/index.ts";
import { pooledQuantileInterval, ratioInterval } from "../../src/stats/index.ts";

/*
 * Coverage of the two intervals that rest on large-sample arguments, at the numbers of replications that people
 * use. Waits of one replication share its weather, a fifth (sd 0.5) or a fiftieth (sd 0.15) of their variance;
 * everything is normal, so that the truth is known.
 */
const truth = (p: number, shared: number) => normalQuantile(p) * Math.sqrt(1 + shared * shared);

function run(s: Stream, size: number, shared: number): number[] {
  const effect = shared * normalQuantile(s.open());
  return Array.from({ length: size }, () => effect + normalQuantile(s.open()));
}

describe("intervals with few replications", () => {
  it.each([
    [5, 0.5, 0.5, 0.89],
    [10, 0.9, 0.5, 0.9],
    [30, 0.9, 0.5, 0.92],
    [30, 0.98, 0.5, 0.9],
    [10, 0.9, 0.15, 0.9],
    [30, 0.9, 0.15, 0.93],
    [30, 0.98, 0.15, 0.92],
  ])(
    "%d replications, pooled %d quantile, weather of sd %d: covers at least %d",
    (count, p, shared, least) => {
      const trials = 1500;
      let covered = 0;
      const stream = createStream(1, 0, "bootstrap");
      for (let trial = 0; trial < trials; trial++) {
        const s = createStream(2027, trial, `pooled ${count}`);
        const samples = Array.from({ length: count }, () => run(s, 200, shared));
        const { low, high } = pooledQuantileInterval(samples, p, { stream, resamples: 1000 });
        if (low <= truth(p, shared) && truth(p, shared) <= high) covered += 1;
      }
      const share = covered / trials;
      console.log(`quantile ${p}, ${count} replications, weather ${shared}: ${(100 * share).toFixed(1)} %`);
      expect(share).toBeGreaterThanOrEqual(least);
      expect(share).toBeLessThanOrEqual(0.98);
    },
  );

  it.each([
    [5, 0.5, 0.93],
    [10, 0.5, 0.93],
    [30, 0.5, 0.935],
    [5, 0.15, 0.935],
    [10, 0.15, 0.935],
    [30, 0.15, 0.935],
  ])(
    "%d replications, share within a promise, weather of sd %d: covers at least %d",
    (count, shared, least) => {
      const trials = 4000;
      const promise = truth(0.9, shared);
      let covered = 0;
      let onPlainScale = 0;
      for (let trial = 0; trial < trials; trial++) {
        const s = createStream(2028, trial, `share ${count}`);
        const samples = Array.from({ length: count }, () =>
          run(s, 100 + Math.floor(s.uniform() * 100), shared),
        );
        const kept = samples.map((waits) => waits.filter((wait) => wait <= promise).length);
        const all = samples.map((waits) => waits.length);
        const { low, high } = ratioInterval(kept, all, 0.95, [0, 1]);
        if (low <= 0.9 && 0.9 <= high) covered += 1;
        const plain = ratioInterval(kept, all);
        if (plain.low <= 0.9 && 0.9 <= plain.high) onPlainScale += 1;
      }
      const share = covered / trials;
      const percent = [share, onPlainScale / trials].map((x) => `${(100 * x).toFixed(1)} %`);
      console.log(
        `share, ${count} replications, weather ${shared}: ${percent[0]}, on the plain scale ${percent[1]}`,
      );
      expect(share).toBeGreaterThanOrEqual(least);
      expect(share).toBeLessThanOrEqual(0.97);
    },
  );
});
