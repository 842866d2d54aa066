import { describe, expect, it } from "vitest";
import { createStream, normalCdf, normalQuantile, type Stream } from "../../src/random/index.ts";
import {
  jointConfidence,
  KnSelection,
  pairedMean,
  pairedQuantile,
  pairedRatio,
  studentTQuantile,
} from "../../src/stats/index.ts";
import { atLeast, atMost } from "../stats/binomial.ts";

/*
 * What comparisons promise, on systems with known answers: intervals that hold together, intervals of differences of shares and
 * quantiles, and the selection of the best. Methods with exact coverage are held to it; of the others the measured coverage is printed.
 */
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const normal = (s: Stream) => normalQuantile(s.open());

describe("intervals at their joint confidence", () => {
  const draws: Readonly<Record<string, (s: Stream) => number>> = {
    normal,
    // Sum of four exponentials: skewness 1. One exponential: skewness 2.
    "skewness 1": (s) => (-Math.log(s.open() * s.open() * s.open() * s.open()) - 4) / 2,
    "skewness 2": (s) => -Math.log(s.open()) - 1,
  };

  it.each(Object.keys(draws))("all cover 95 % of the time: %s differences", (shape) => {
    const trials = 4000;
    const draw = draws[shape]!;
    for (const n of [10, 30, 100]) {
      const row = [
        [3, 0.5],
        [24, 0],
        [24, 0.5],
        [24, 0.9],
      ].map(([size, common]) => {
        let missed = 0;
        for (let trial = 0; trial < trials; trial++) {
          const s = createStream(81, trial, `joint ${shape} ${n} ${size} ${common}`);
          const columns = Array.from({ length: size! }, () => new Float64Array(n));
          for (let i = 0; i < n; i++) {
            const weather = draw(s);
            for (const column of columns) {
              column[i] = Math.sqrt(common!) * weather + Math.sqrt(1 - common!) * draw(s);
            }
          }
          const pairs = columns.map((column) => pairedMean(column, new Float64Array(n)));
          const confidence = jointConfidence(
            pairs.map(({ deviations }) => deviations!),
            { stream: createStream(82, trial, "signs"), resamples: 400 },
          );
          const reach = studentTQuantile((1 + confidence) / 2, n - 1) / Math.sqrt(n);
          if (pairs.some(({ estimate, sd }) => Math.abs(estimate) > reach * sd)) missed += 1;
        }
        if (shape === "normal") expect(atLeast(missed, trials, 0.05)).toBeGreaterThan(1e-4);
        return percent(1 - missed / trials);
      });
      console.log(`| ${shape} | ${n} | ${row.join(" | ")} |`);
    }
  });
});

describe("intervals of differences", () => {
  /** Messages of one replication of two systems that share its weather, and half of what each message is. */
  function pair(s: Stream, size: number, weather: number, shift: number): readonly [number[], number[]] {
    const effect = weather * normal(s);
    const own: number[] = [];
    const other: number[] = [];
    for (let i = 0; i < size; i++) {
      const message = Math.sqrt(0.5) * normal(s);
      own.push(effect + shift + message + Math.sqrt(0.5) * normal(s));
      other.push(effect + message + Math.sqrt(0.5) * normal(s));
    }
    return [own, other];
  }

  it.each([
    [5, 0.5],
    [10, 0.5],
    [30, 0.5],
    [5, 0.15],
    [10, 0.15],
    [30, 0.15],
  ])("%d replications, weather of sd %d: shares within a promise", (count, weather) => {
    const trials = 4000;
    const spread = Math.sqrt(1 + weather * weather);
    const promise = spread * normalQuantile(0.9);
    const covered = [0.3, 0].map((shift) => {
      const truth = normalCdf((promise - shift) / spread) - 0.9;
      let hits = 0;
      for (let trial = 0; trial < trials; trial++) {
        const s = createStream(83, trial, `shares ${count} ${weather} ${shift}`);
        const worlds = Array.from({ length: count }, () =>
          pair(s, 100 + Math.floor(s.uniform() * 100), weather, shift),
        );
        const terms = (side: 0 | 1) => ({
          numerators: worlds.map((world) => world[side].filter((wait) => wait <= promise).length),
          denominators: worlds.map((world) => world[side].length),
        });
        const { low, high } = pairedRatio(terms(0), terms(1)).at(0.95);
        if (low <= truth && truth <= high) hits += 1;
      }
      expect(hits / trials).toBeGreaterThan(count < 10 ? 0.91 : 0.93);
      return percent(hits / trials);
    });
    console.log(`| share | ${count} | ${weather} | ${covered.join(" | ")} |`);
  });

  it.each([
    [10, 0.5, 0.5],
    [30, 0.5, 0.5],
    [10, 0.9, 0.5],
    [30, 0.9, 0.5],
    [10, 0.9, 0.15],
    [30, 0.9, 0.15],
  ])("%d replications, pooled %d quantile, weather of sd %d", (count, p, weather) => {
    const trials = 1500;
    const stream = createStream(1, 0, "bootstrap");
    const covered = [0.3, 0].map((shift) => {
      let hits = 0;
      for (let trial = 0; trial < trials; trial++) {
        const s = createStream(84, trial, `quantiles ${count} ${p} ${weather} ${shift}`);
        const worlds = Array.from({ length: count }, () => pair(s, 200, weather, shift));
        const difference = pairedQuantile(
          worlds.map(([own]) => own),
          worlds.map(([, other]) => other),
          p,
          { stream, resamples: 1000 },
        );
        const { low, high } = difference.at(0.95);
        if (low <= shift && shift <= high) hits += 1;
      }
      expect(hits / trials).toBeGreaterThan(0.92);
      return percent(hits / trials);
    });
    console.log(`| p${100 * p} | ${count} | ${weather} | ${covered.join(" | ")} |`);
  });
});

describe("the selection of the best", () => {
  const configurations: Readonly<Record<string, (k: number) => readonly number[]>> = {
    "all others behind by the zone": (k) => Array.from({ length: k }, (_, i) => (i === 0 ? 1 : 0)),
    "each behind the one before by the zone": (k) => Array.from({ length: k }, (_, i) => -i),
  };

  it.each(Object.keys(configurations))("finds it with the probability it states: %s", (name) => {
    const trials = 2000;
    for (const [k, first] of [
      [2, 10],
      [5, 10],
      [10, 10],
      [10, 30],
    ] as const) {
      const means = configurations[name]!(k);
      const row = [0, 0.5, 0.9].map((common) => {
        let right = 0;
        let spent = 0;
        for (let trial = 0; trial < trials; trial++) {
          const s = createStream(85, trial, `${name} ${k} ${first} ${common}`);
          const world = () => {
            const weather = Math.sqrt(common) * normal(s);
            return means.map((mean) => mean + 3 * (weather + Math.sqrt(1 - common) * normal(s)));
          };
          const begin = Array.from({ length: first }, world);
          const kn = new KnSelection(
            means.map((_, system) => begin.map((each) => each[system]!)),
            { probability: 0.95, indifference: 1, better: "higher" },
          );
          spent += first * k;
          while (kn.survivors.length > 1) {
            const block = Array.from({ length: 10 }, world);
            spent += 10 * kn.survivors.length;
            kn.add(kn.survivors.map((system) => block.map((each) => each[system]!)));
          }
          if (kn.survivors[0] === 0) right += 1;
        }
        expect(atMost(right, trials, 0.95)).toBeGreaterThan(1e-4);
        return `${percent(right / trials)}, ${Math.round(spent / trials)}`;
      });
      console.log(`| ${name} | ${k} | ${first} | ${row.join(" | ")} |`);
    }
  });
});
