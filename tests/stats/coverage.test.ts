import { describe, expect, it } from "vitest";
import { createStream, normalQuantile, type Stream } from "../../src/random/index.ts";
import {
  type Interval,
  meanInterval,
  medianInterval,
  pairedMean,
  pairedQuantile,
  pooledQuantileInterval,
  ratioInterval,
} from "../../src/stats/index.ts";
import { rareUnits } from "./rare-units.ts";

/** Share of trials whose interval covers the truth. */
function coverage(
  trials: number,
  name: string,
  truth: number,
  make: (s: Stream) => Pick<Interval, "low" | "high">,
) {
  let covered = 0;
  for (let trial = 0; trial < trials; trial++) {
    const { low, high } = make(createStream(2026, trial, name));
    if (low <= truth && truth <= high) covered += 1;
  }
  return covered / trials;
}

/** Four standard errors around 95 % for that many trials: an honest interval leaves them once in 16,000 seeds. */
const slack = (trials: number) => 4 * Math.sqrt((0.95 * 0.05) / trials);
const normal = (s: Stream) => normalQuantile(s.open());

/** Messages of one replication that share its weather: wait = replication's effect + own noise, both normal. */
function run(s: Stream, size: number, shared: number): number[] {
  const effect = shared * normal(s);
  return Array.from({ length: size }, () => effect + normal(s));
}

describe("95 % intervals cover 95 % of the time, and a wrong one is seen not to", () => {
  it("Student's t over five replications; the normal quantile in its place does not", () => {
    const five = (s: Stream) => Array.from({ length: 5 }, () => 3 + normal(s));
    const trials = 2000;
    const right = coverage(trials, "t", 3, (s) => meanInterval(five(s)));
    const wrong = coverage(trials, "t", 3, (s) => {
      const { estimate, sd } = meanInterval(five(s));
      const half = (normalQuantile(0.975) * sd) / Math.sqrt(5);
      return { low: estimate - half, high: estimate + half };
    });
    expect(Math.abs(right - 0.95)).toBeLessThan(slack(trials));
    expect(wrong).toBeLessThan(0.95 - slack(trials));
  });

  it("paired differences over eight replications; pairing the wrong replications only widens them", () => {
    const trials = 2000;
    const pairs = (s: Stream) => {
      const common = Array.from({ length: 8 }, () => 10 * normal(s));
      return [common.map((x) => x + 1 + normal(s)), common.map((x) => x + normal(s))] as const;
    };
    const found = coverage(trials, "paired", 1, (s) => pairedMean(...pairs(s)).at(0.95));
    expect(Math.abs(found - 0.95)).toBeLessThan(slack(trials));
    const [a, b] = pairs(createStream(2026, 0, "paired"));
    const shifted = [...b.slice(1), b[0]!];
    expect(pairedMean(a, shifted).sd).toBeGreaterThan(3 * pairedMean(a, b).sd);
  });

  it("the jackknife of a share; counting messages as independent trials does not", () => {
    const trials = 800;
    // Busy replications do worse, so that the ratio of totals is not the mean of ratios either.
    const sizes = [20, 50, 110];
    const chances = [0.9, 0.7, 0.4];
    const truth = (20 * 0.9 + 50 * 0.7 + 110 * 0.4) / 180;
    const draw = (s: Stream) => {
      const kinds = Array.from({ length: 25 }, () => Math.floor(s.uniform() * 3));
      const bottoms = kinds.map((k) => sizes[k]!);
      const tops = kinds.map((k) => {
        let kept = 0;
        for (let i = 0; i < sizes[k]!; i++) if (s.uniform() < chances[k]!) kept += 1;
        return kept;
      });
      return [tops, bottoms] as const;
    };
    const right = coverage(trials, "ratio", truth, (s) => ratioInterval(...draw(s), 0.95, [0, 1]));
    const meanOfRatios = coverage(trials, "ratio", truth, (s) => {
      const [tops, bottoms] = draw(s);
      return meanInterval(tops.map((top, i) => top / bottoms[i]!));
    });
    const independent = coverage(trials, "ratio", truth, (s) => {
      const { estimate } = ratioInterval(...draw(s));
      const half = 1.96 * Math.sqrt((estimate * (1 - estimate)) / (25 * 60));
      return { low: estimate - half, high: estimate + half };
    });
    expect(right).toBeGreaterThan(0.92);
    expect(right).toBeLessThan(0.97);
    expect(meanOfRatios).toBeLessThan(0.6);
    expect(independent).toBeLessThan(0.6);
  });

  it("a month risk of 1 % over ten replications; the jackknife alone does not", () => {
    const trials = 600;
    const draw = (s: Stream) => Array.from({ length: 10 }, () => rareUnits(s, 12, 0.01, 0.1));
    const months = new Array<number>(10).fill(12);
    const right = coverage(trials, "months", 0.01, (s) => ratioInterval(draw(s), months, 0.95, [0, 1]));
    const jackknife = coverage(trials, "months", 0.01, (s) => ratioInterval(draw(s), months));
    expect(right).toBeGreaterThan(0.93);
    expect(jackknife).toBeLessThan(0.7);
  });

  it("a pooled quantile of two to five replications; all that these span does not", () => {
    const trials = 400;
    const truth = normalQuantile(0.9) * Math.sqrt(1 + 0.5 * 0.5);
    const stream = createStream(7, 0, "bootstrap");
    for (const n of [2, 3, 4, 5]) {
      const draw = (s: Stream) => Array.from({ length: n }, () => run(s, 100, 0.5));
      const right = coverage(trials, `${n}`, truth, (s) =>
        pooledQuantileInterval(draw(s), 0.9, { resamples: 100, stream }),
      );
      expect(Math.abs(right - 0.95)).toBeLessThan(slack(trials));
      const span = coverage(trials, `${n}`, truth, (s) => {
        const own = draw(s).map((each) => each.sort((a, b) => a - b)[89]!);
        return { low: Math.min(...own), high: Math.max(...own) };
      });
      if (n < 5) expect(span).toBeLessThan(0.95 - slack(trials));
    }
  });

  it("a difference of pooled quantiles of three replications", () => {
    const trials = 300;
    const stream = createStream(7, 0, "paired");
    const covered = coverage(trials, "difference", 0.3, (s) => {
      const weather = Array.from({ length: 3 }, () => 0.5 * normal(s));
      const of = (shift: number) =>
        weather.map((own) => Array.from({ length: 100 }, () => own + shift + 0.2 * normal(s) + normal(s)));
      return pairedQuantile(of(0.3), of(0), 0.9, { resamples: 100, stream }).at(0.95);
    });
    expect(Math.abs(covered - 0.95)).toBeLessThan(slack(trials));
  });

  it("the bootstrap of a pooled quantile; resampling messages does not", () => {
    const trials = 250;
    const shared = 0.5;
    const truth = normalQuantile(0.9) * Math.sqrt(1 + shared * shared);
    const draw = (s: Stream) => Array.from({ length: 15 }, () => run(s, 60, shared));
    const options = { resamples: 300, stream: createStream(7, 0, "bootstrap") };
    const right = coverage(trials, "pooled", truth, (s) => pooledQuantileInterval(draw(s), 0.9, options));
    const messages = coverage(40, "pooled", truth, (s) => {
      const each = draw(s)
        .flat()
        .map((x) => [x]);
      return pooledQuantileInterval(each, 0.9, { ...options, resamples: 100 });
    });
    expect(right).toBeGreaterThan(0.92);
    expect(right).toBeLessThan(0.98);
    expect(messages).toBeLessThan(0.85);
  });

  it("the median's order statistics, whatever the distribution; the mean's interval misses a skew one", () => {
    const trials = 1000;
    // Squares of normals: the median is the square of the normal's upper quartile, far below the mean.
    const truth = normalQuantile(0.75) * normalQuantile(0.75);
    const draw = (s: Stream) =>
      Array.from({ length: 20 }, () => {
        const z = normal(s);
        return z * z;
      });
    const found = coverage(trials, "median", truth, (s) => medianInterval(draw(s)));
    const mean = coverage(trials, "median", truth, (s) => meanInterval(draw(s)));
    // Ranks 6 and 15 of 20 cover with probability 0.9586.
    expect(Math.abs(found - 0.9586)).toBeLessThan(slack(trials));
    expect(mean).toBeLessThan(0.8);
  });
});
