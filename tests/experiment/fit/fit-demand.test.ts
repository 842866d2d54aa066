import { describe, expect, it } from "vitest";
import { fitDayFactor } from "../../../src/experiment/fit/fit-day-factor.ts";
import { fitHeterogeneity, patientsBehind } from "../../../src/experiment/fit/fit-heterogeneity.ts";
import { fitProfile, pooled } from "../../../src/experiment/fit/fit-profile.ts";
import { fitTrend } from "../../../src/experiment/fit/fit-trend.ts";
import { messagesPerThread } from "../../../src/experiment/fit/fit-volume.ts";
import { Calendar } from "../../../src/model/index.ts";
import { createDistribution, createStream } from "../../../src/random/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";

describe("unevenness of patients", () => {
  // Mites on 150 apple leaves, 0 to 7 each: Bliss & Fisher (1953), whose maximum likelihood estimate is k = 1.0246.
  const leaves = [38, 17, 10, 9, 3, 2, 1].flatMap((many, i) => Array.from({ length: many }, () => i + 1));

  it("is the published shape where those who wrote nothing are known", () => {
    const fit = fitHeterogeneity(leaves, 150)!;
    expect(fit.shape.estimate).toBeCloseTo(1.0246, 2);
    expect(fit.mean.estimate).toBeCloseTo(172 / 150, 3);
    expect(fit.isGuessed).toBe(false);
  });

  it("guesses how many wrote nothing from those who wrote, and says how far that may be off", () => {
    const law = createDistribution({ type: "negativeBinomial", mean: 1.5, shape: 0.8 });
    const all = Array.from({ length: 3000 }, (_, i) => law.quantile((i + 0.5) / 3000));
    const fit = fitHeterogeneity(
      all.filter((n) => n > 0),
      undefined,
    )!;
    expect(fit.isGuessed).toBe(true);
    expect(fit.patients.estimate / 3000).toBeCloseTo(1, 1);
    expect(fit.patients.low).toBeLessThan(3000);
    expect(fit.patients.high).toBeGreaterThan(3000);
  });
});

describe("the number of patients", () => {
  // Fisher's logarithmic law: what a negative binomial of threads above zero nears with ever more patients of ever smaller shape.
  const x = 0.9;
  const logarithmic = Array.from({ length: 60 }, (_, i) => i + 1).flatMap((n) =>
    Array.from({ length: Math.round((1000 * x ** n) / (n * -Math.log(1 - x))) }, () => n),
  );

  it("is not told where any greater one goes with what was written, and is at least that of those who wrote", () => {
    const fit = fitHeterogeneity(logarithmic, undefined)!;
    expect(fit.isTold).toBe(false);
    expect(fit.patients).toEqual({
      estimate: Number.NaN,
      low: logarithmic.length,
      high: Number.POSITIVE_INFINITY,
    });
    expect(fit.shape.estimate).toBeNaN();
    // The logarithmic law's own likelihood has its greatest value where its mean is that of the counts.
    const mean = logarithmic.reduce((sum, n) => sum + n, 0) / logarithmic.length;
    let [low, high] = [0.5, 0.99];
    for (let turn = 0; turn < 50; turn += 1) {
      const middle = (low + high) / 2;
      if (-middle / ((1 - middle) * Math.log(1 - middle)) < mean) low = middle;
      else high = middle;
    }
    expect(fit.clumping / (low / (1 - low))).toBeCloseTo(1, 3);
  });

  it("is told where it was given, of the same log", () => {
    const fit = fitHeterogeneity(logarithmic, 5000)!;
    expect([fit.isTold, fit.patients.estimate]).toEqual([true, 5000]);
  });

  it("is what would let so many write at an unevenness that is known from elsewhere", () => {
    const law = createDistribution({ type: "negativeBinomial", mean: 0.4, shape: 0.2 });
    const all = Array.from({ length: 20_000 }, (_, i) => law.quantile((i + 0.5) / 20_000));
    const writers = all.filter((n) => n > 0).length;
    const threads = all.reduce((sum, n) => sum + n, 0);
    expect(patientsBehind(writers, threads, 0.2) / 20_000).toBeCloseTo(1, 2);
    expect(patientsBehind(100, 100, 0.2)).toBe(1000);
    expect(patientsBehind(100, 100_000, 100)).toBe(100);
  });
});

describe("busy days", () => {
  it("differ by what the variance has beyond Poisson's, where all days have the same mean", () => {
    const stream = createStream(3, 0, "days");
    const law = createDistribution({ type: "negativeBinomial", mean: 40, shape: 25 });
    const counts = Float64Array.from({ length: 400 }, () => law.quantile(stream.uniform()));
    const { cv } = fitDayFactor(counts, new Float64Array(400).fill(40), 1);
    const squares = counts.reduce((sum, n) => sum + (n - 40) * (n - 40), 0) / 399;
    expect(cv.estimate).toBeCloseTo(Math.sqrt((squares - 40) / 1600), 6);
    expect(cv.low).toBeLessThan(0.2);
    expect(cv.high).toBeGreaterThan(0.2);
  });

  it("may not differ at all where chance explains them", () => {
    const stream = createStream(4, 0, "days");
    const law = createDistribution({ type: "poisson", mean: 40 });
    const counts = Float64Array.from({ length: 400 }, () => law.quantile(stream.uniform()));
    const { cv } = fitDayFactor(counts, new Float64Array(400).fill(40), 1);
    expect(cv.low).toBe(0);
    expect(cv.high).toBeLessThan(0.15);
  });
});

describe("trend", () => {
  const weeks = (count: number, mean: (week: number) => number) =>
    Float64Array.from({ length: count }, (_, w) => Math.round(mean(w)));
  const ones = new Float64Array(104).fill(1);

  it("is growth where weeks grow by the same percentage", () => {
    const fit = fitTrend(
      weeks(104, (w) => 200 * 1.3 ** (w / 52.1775)),
      ones,
    );
    expect(fit.shape).toBe("growth");
    expect(fit.growth.estimate).toBeCloseTo(0.3, 2);
  });

  it("is a change where the level jumps, in the week in which it does", () => {
    const fit = fitTrend(
      weeks(104, (w) => (w < 30 ? 100 : 150)),
      ones,
    );
    expect(fit.shape).toBe("changes");
    expect(fit.levels.map(({ from, to }) => [from, to])).toEqual([
      [0, 30],
      [30, 104],
    ]);
    expect(fit.levels[0]!.factor.estimate).toBeCloseTo(2 / 3, 6);
  });

  it("of levels that jump has no growth beside the jump, and the growth that there is beside one", () => {
    const jumps = fitTrend(
      weeks(104, (w) => (w < 30 ? 100 : 150)),
      ones,
    );
    expect(jumps.growth.estimate).toBeCloseTo(0, 10);
    expect(jumps.growth.low).toBeLessThan(0);
    expect(jumps.growth.high).toBeGreaterThan(0);
    const grown = fitTrend(
      weeks(104, (w) => (w < 30 ? 1000 : 3000) * 1.05 ** (w / 52.1775)),
      ones,
    );
    expect(grown.levels.map(({ from }) => from)).toEqual([0, 30]);
    expect(grown.growth.estimate).toBeCloseTo(0.05, 2);
  });

  it("is steady where only holidays differ", () => {
    const exposures = ones.map((_, w) => (w % 13 === 0 ? 0.8 : 1));
    expect(
      fitTrend(
        exposures.map((e) => Math.round(200 * e)),
        exposures,
      ).shape,
    ).toBe("steady");
  });

  it("finds a change in about one of twenty steady years at most", () => {
    const law = createDistribution({ type: "poisson", mean: 70 });
    const found = Array.from({ length: 100 }, (_, seed) => {
      const stream = createStream(seed, 0, "steady weeks");
      return fitTrend(
        Float64Array.from({ length: 52 }, () => law.quantile(stream.uniform())),
        new Float64Array(52).fill(1),
      );
    });
    expect(found.filter(({ shape }) => shape === "changes").length).toBeLessThanOrEqual(8);
    expect(found.filter(({ growth }) => growth.low <= 0 && growth.high >= 0).length).toBeGreaterThanOrEqual(
      88,
    );
  });
});

describe("messages of a thread", () => {
  const known = {
    share: 0.5,
    followUp: { estimate: 0.2, low: 0.1, high: 0.3 },
    thanks: { estimate: 0, low: 0, high: 0 },
  };
  const nan = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };

  it("are those of the topics that anybody has answered yet", () => {
    const unknown = { share: 0.5, followUp: nan, thanks: nan };
    const told = messagesPerThread([known, unknown]);
    expect(told).toEqual(messagesPerThread([{ ...known, share: 1 }]));
    expect(told.estimate).toBeGreaterThan(1);
    expect(messagesPerThread([unknown])).toEqual({ estimate: 1, low: 1, high: 1 });
  });
});

describe("cells of fewer than five", () => {
  it("share what they have with one another, large ones stay as they are, and nothing is lost", () => {
    expect(pooled([10, 2, 1, 3, 20])).toEqual([10, 2, 2, 2, 20]);
    expect(pooled([10, 20, 1])).toEqual([10, 21, 0]);
    expect(pooled([500, 480, 470, 460, 500, 3, 1])).toEqual([504, 480, 470, 460, 500, 0, 0]);
    expect(pooled([1, 400, 4, 3])).toEqual([8 / 3, 400, 8 / 3, 8 / 3]);
    for (const counts of [
      [0, 0, 7, 1, 1],
      [1, 1, 1],
      [3, 9, 0, 2, 2, 30, 4],
    ]) {
      const shared = pooled(counts);
      expect(shared).toHaveLength(counts.length);
      expect(shared.reduce((a, b) => a + b, 0)).toBeCloseTo(
        counts.reduce((a, b) => a + b, 0),
        9,
      );
    }
  });
});

describe("profile of the week", () => {
  const DAYS = 70;
  const calendar = new Calendar({ ...CLINIC.calendar, timeZone: "UTC" }, "2026-01-05", DAYS, []);
  const span = { from: 0, to: DAYS };
  const counts = (of: (weekday: number, hour: number) => number) =>
    Float64Array.from({ length: DAYS * 24 }, (_, i) => of(Math.floor(i / 24) % 7, i % 24));

  it("puts nothing into another hour where hours are alike on all weekdays", () => {
    const fit = fitProfile(
      counts((weekday, hour) => (weekday < 5 ? 2 : 1) * (hour < 12 ? 1 : 3)),
      calendar,
      span,
      () => true,
    );
    expect(fit.misplaced).toBeCloseTo(0, 12);
    expect(fit.hourShares[13]!.estimate).toBeCloseTo(3 / 48, 12);
    expect(fit.weekdayShares[0]!.estimate).toBeCloseTo(2 / 12, 12);
  });

  it("says how much comes in another hour where they are not", () => {
    // Mondays in the morning, Tuesdays as many in the afternoon: independent, a quarter of all would be in each half of each day, so half of all is elsewhere.
    const fit = fitProfile(
      counts((weekday, hour) => (weekday > 1 ? 0 : Number(hour < 12 === (weekday === 0)))),
      calendar,
      span,
      () => true,
    );
    expect(fit.misplaced).toBeCloseTo(0.5, 12);
  });

  it("says how much chance alone would: counts drawn from the product are off by that", () => {
    const law = (mean: number) => createDistribution({ type: "poisson", mean });
    const [busy, quiet] = [law(0.3), law(0.02)];
    const stream = createStream(5, 0, "hours of weeks");
    const fit = fitProfile(
      counts((_, hour) => (hour > 7 && hour < 18 ? busy : quiet).quantile(stream.uniform())),
      calendar,
      span,
      () => true,
    );
    expect(fit.misplaced / fit.misplacedByChance).toBeGreaterThan(0.8);
    expect(fit.misplaced / fit.misplacedByChance).toBeLessThan(1.2);
    expect(fit.misplacedByChance).toBeGreaterThan(0.1);
  });
});
