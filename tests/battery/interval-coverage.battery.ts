import { describe, expect, it } from "vitest";
import { createStream, normalQuantile, type Stream } from "../../src/random/index.ts";
import { pooledQuantileInterval, ratioInterval } from "../../src/stats/index.ts";
import { rareUnits } from "../stats/rare-units.ts";

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

  it.each([10, 30])("%d replications, rare shares: covers at least 0.93", (count) => {
    const trials = 2000;
    for (const [units, correlations] of [
      [12, [0, 0.1, 0.3]],
      [1000, [0, 0.01, 0.1]],
    ] as const) {
      for (const correlation of correlations) {
        const row = [0.005, 0.01, 0.02, 0.05].map((risk) => {
          const name = `rare ${count} ${units} ${correlation} ${risk}`;
          let covered = 0;
          for (let trial = 0; trial < trials; trial++) {
            const s = createStream(2029, trial, name);
            const seen = Array.from({ length: count }, () => rareUnits(s, units, risk, correlation));
            const { low, high } = ratioInterval(seen, new Array<number>(count).fill(units), 0.95, [0, 1]);
            if (low <= risk && risk <= high) covered += 1;
          }
          return covered / trials;
        });
        const percent = row.map((share) => `${(100 * share).toFixed(1)} %`).join(" | ");
        console.log(`| ${count} | ${units} | ${correlation} | ${percent} |`);
        if (units === 12) expect(Math.min(...row)).toBeGreaterThanOrEqual(0.93);
        else expect(Math.min(...row)).toBeGreaterThanOrEqual(0.85);
      }
    }
  });
});
