import { describe, expect, test } from "vitest";
import { drawDayFactors } from "../../src/model/draws/day-factor.ts";
import { drawPanel } from "../../src/model/draws/panel.ts";
import { MAX_ROUNDS } from "../../src/model/follow-ups.ts";
import { compile, drawWorld, offeredLoads, type Topic } from "../../src/model/index.ts";
import { createStream } from "../../src/random/index.ts";
import { datesFrom } from "../reference/reference-calendar.ts";
import { CLINIC, DEMAND, SPECIALTY, TOPIC, withDemand, withSpecialty } from "./plain-clinic.ts";
import { chiSquareP, correlationOf, meanOf, sdOf } from "./statistics.ts";

const YEAR = { ...CLINIC, run: { ...CLINIC.run, warmUpDays: 0, lengthDays: 365, runOutDays: 0 } };

function talkative(probability: number, thanks: number): Topic {
  return { ...TOPIC, share: 0.5, followUp: { ...TOPIC.followUp, probability, thanks } };
}

/** Chances of 0, 1, 2, … messages; the last is that of as many or more. */
function negativeBinomial(shape: number, mean: number, cells: number): number[] {
  const chances = [(1 + mean / shape) ** -shape];
  for (let n = 0; n + 2 < cells; n += 1) {
    chances.push((chances[n]! * (n + shape) * mean) / ((n + 1) * (shape + mean)));
  }
  return [...chances, 1 - chances.reduce((sum, chance) => sum + chance, 0)];
}

describe("volume", () => {
  test("a count of all patient messages includes the follow-ups", () => {
    const topics = [talkative(0.3, 0.25), talkative(0.9, 0)];
    const demand = { ...DEMAND, rate: 4 / 525_600, counts: "all patient messages" } as const;
    const model = compile(withSpecialty({ topics, demand }, YEAR), []);
    const messages: number[] = [];
    const threads: number[] = [];
    for (let replication = 0; replication < 20; replication += 1) {
      const world = drawWorld(model, 3, replication);
      threads.push(world.threads.length);
      messages.push(world.threads.reduce((sum, { rounds }) => sum + rounds.length, 0));
    }
    // 1000 patients send 4 messages a year each; a thread has 5.1 in the mean, and 5.7 if they had no end.
    const halfWidth = (4 * sdOf(messages)) / Math.sqrt(messages.length);
    expect(Math.abs(meanOf(messages) - 4000)).toBeLessThan(halfWidth);
    expect(halfWidth).toBeLessThan(4000 * 0.05);
    expect(meanOf(threads)).toBeLessThan(1000);
  });

  test("is what patients would send without front doors and visits in place of writing, which lower it", () => {
    const volume = { demand: { ...DEMAND, rate: 4 / 525_600, counts: "all patient messages" } } as const;
    const fee = { type: "fee", deters: 0.25, calls: 0, visits: 0 } as const;
    const toVisit = { mode: "video", share: 1, fromMessage: 2, repeated: 1, booking: 2 } as const;
    const clinics = [{}, { frontDoor: [fee] }, { conversion: { type: "to-visit", ...toVisit } as const }].map(
      (patch) => withSpecialty(volume, { ...YEAR, policies: { ...YEAR.policies, ...patch } }),
    );
    const [asItIs, dear, visits] = clinics.map((clinic) => drawWorld(compile(clinic, []), 3, 0).threads);
    expect(dear).toHaveLength(asItIs!.length);
    expect(visits).toHaveLength(asItIs!.length);
    const sent = (threads: typeof asItIs) => threads!.reduce((sum, { rounds }) => sum + rounds.length, 0);
    expect(sent(dear)).toBeLessThan(sent(asItIs));
    expect(sent(visits)).toBeLessThan(sent(asItIs));
    const loads = clinics.map((clinic) => offeredLoads(compile(clinic, [])).messagesPerWeek);
    expect(loads[1]! / loads[0]!).toBeCloseTo(0.75, 10);
    // By hand: of first messages 0.05 become visits, 0.3 of the others bring a second, and that is the last.
    expect(loads[2]! / loads[0]!).toBeCloseTo((1 + 0.95 * 0.3) / (1 + 0.3 / (1 - 0.3 * 0.75)), 8);
  });

  test("is that of a year as it is: what closed dates take away, its other days give back", () => {
    const profile = { ...DEMAND.profile, dayOfWeek: [26, 19, 16, 16, 16, 2, 5] };
    const open = withDemand({ rate: 4 / 525_600, profile }, YEAR);
    // Monday 6 April to Friday 5 June 2026 and, in the next year, a date that is not of the reference year.
    const closedDates = [...datesFrom("2026-04-06", 61), "2027-01-01"];
    const closed = { ...open, calendar: { ...open.calendar, closedDates } };
    const loads = [open, closed].map((clinic) => offeredLoads(compile(clinic, [])).threadsPerWeek);
    expect(loads[0]! / ((1000 * 4 * 7) / 365)).toBeCloseTo(1, 2);
    expect(loads[1]! / loads[0]!).toBeCloseTo(1, 2);
    const counts = Array.from({ length: 8 }, (_, r) => drawWorld(compile(closed, []), 3, r).threads.length);
    expect(Math.abs(meanOf(counts) - 4000)).toBeLessThan((4 * Math.sqrt(4000)) / Math.sqrt(8));
  });

  test("a longer run with more closed dates leaves every thread where it was", () => {
    const closedDates = [...datesFrom("2026-04-06", 10), ...datesFrom("2027-01-01", 30)];
    const calendar = { ...YEAR.calendar, closedDates };
    const worlds = [365, 420].map((lengthDays) => {
      const clinic = { ...YEAR, calendar, run: { ...YEAR.run, lengthDays } };
      return drawWorld(compile(clinic, []), 3, 1).threads.map(({ sent, patient }) => `${patient} ${sent}`);
    });
    const year = worlds[0]!;
    expect(worlds[1]!.length).toBeGreaterThan(year.length);
    expect(worlds[1]!.slice(0, year.length)).toEqual(year);
  });

  test("a quarter more gives five quarters of the threads, and every thread that was there", () => {
    const [before, after] = [4, 5].map((perYear) =>
      Array.from({ length: 6 }, (_, r) =>
        drawWorld(compile(withDemand({ rate: perYear / 525_600 }, YEAR), []), 3, r).threads.map(
          ({ sent, patient }) => `${patient} ${sent}`,
        ),
      ),
    );
    const total = (worlds: readonly (readonly string[])[]) =>
      worlds.reduce((sum, { length }) => sum + length, 0);
    before!.forEach((threads, r) => {
      const there = new Set(after![r]!);
      expect(threads.every((one) => there.has(one))).toBe(true);
    });
    // Paired: only those added vary, 6000 of them in the mean. Gaps shorter by a quarter would give ×1.33.
    const added = total(after!) - total(before!);
    expect(Math.abs(added / total(before!) - 0.25)).toBeLessThan((4 * 0.25) / Math.sqrt(6000));
  });

  test("a count of new threads does not", () => {
    const model = compile(withDemand({ rate: 4 / 525_600 }, YEAR), []);
    const counts = Array.from({ length: 8 }, (_, r) => drawWorld(model, 3, r).threads.length);
    expect(Math.abs(meanOf(counts) - 4000)).toBeLessThan((4 * Math.sqrt(4000)) / Math.sqrt(8));
  });

  test("a thread ends with a thank-you, without a follow-up, or after twenty messages", () => {
    const topics = [talkative(0.9, 0), { ...talkative(0.9, 0.5), share: 0.5 }];
    const { threads } = drawWorld(compile(withSpecialty({ topics }, YEAR), []), 1, 0);
    expect(threads.reduce((most, { rounds }) => Math.max(most, rounds.length), 0)).toBe(MAX_ROUNDS);
    for (const { rounds, topic } of threads) {
      expect(rounds[0]!.needsReply).toBe(true);
      const last = rounds.length - 1;
      expect(rounds.findIndex(({ followUpDelay }) => Number.isNaN(followUpDelay))).toBe(last);
      const thanks = rounds.findIndex(({ needsReply }) => !needsReply);
      expect(topic === 0 ? [-1] : [-1, last]).toContain(thanks);
    }
  });
});

describe("a panel", () => {
  test("of shape 0.13 at 1.51 messages a year fits all that is published: 28 % write, 5.38 in the mean and 3 in the middle", () => {
    const demand = {
      ...DEMAND,
      rate: 1.51 / 525_600,
      counts: "all patient messages",
      heterogeneity: { shape: 0.13, panel: "redrawn" },
    } as const;
    const topics = [talkative(0, 0)];
    const USERS = 20_000;
    const model = compile(withSpecialty({ demand, topics, patients: 2 * USERS }, YEAR), []);
    const messages = new Array<number>(USERS).fill(0);
    for (const { patient, rounds } of drawWorld(model, 2, 0).threads) messages[patient]! += rounds.length;
    const counts = messages.filter((count) => count > 0).sort((a, b) => a - b);
    expect(counts.length / USERS).toBeGreaterThan(0.27);
    expect(counts.length / USERS).toBeLessThan(0.29);
    expect(Math.abs(meanOf(counts) - 5.38)).toBeLessThan((4 * sdOf(counts)) / Math.sqrt(counts.length));
    expect(counts[counts.length >> 1]).toBe(3);
    expect(Math.abs(meanOf(messages) - 1.51)).toBeLessThan((4 * sdOf(messages)) / Math.sqrt(USERS));
    // A Poisson number whose mean is gamma is negative binomial: other shapes and rates of the same mean are not.
    const histogram = new Array<number>(20).fill(0);
    for (const count of messages) histogram[Math.min(count, 19)]! += 1;
    const p = (shape: number, mean: number) => {
      const expected = negativeBinomial(shape, mean, 20).map((share) => share * USERS);
      return chiSquareP(histogram, expected);
    };
    expect(p(0.13, 1.51)).toBeGreaterThan(0.001);
    expect(p(0.15, 1.51)).toBeLessThan(0.001);
    expect(p(0.11, 1.51)).toBeLessThan(0.001);
    expect(p(0.13, 1.3)).toBeLessThan(0.001);
  });

  test("that is fixed is the same in every replication and keeps the stated volume; a redrawn one is not", () => {
    const of = (panel: "fixed" | "redrawn") => ({
      ...SPECIALTY,
      demand: { ...DEMAND, heterogeneity: { shape: 0.13, panel } },
    });
    const fixed = [0, 1].map((replication) => drawPanel(of("fixed"), 5, replication));
    expect(fixed[0]).toEqual(fixed[1]);
    expect(meanOf(fixed[0]!.weights)).toBeCloseTo(1, 12);
    const means = Array.from({ length: 60 }, (_, r) => meanOf(drawPanel(of("redrawn"), 5, r).weights));
    // The mean of 1000 gamma weights of shape 0.13 has a standard deviation of 1 / √130 = 0.088.
    expect(sdOf(means)).toBeGreaterThan(0.06);
    expect(sdOf(means)).toBeLessThan(0.12);
    expect(Math.abs(meanOf(means) - 1)).toBeLessThan((4 * 0.088) / Math.sqrt(60));
  });
});

describe("the day factor", () => {
  const cv = 0.25;
  const series = (carryOver: number) =>
    Array.from({ length: 30 }, (_, replication) =>
      drawDayFactors({ cv, carryOver }, 20_000, 365, 9, replication),
    );
  const lagged = (all: readonly Float64Array[], lag: number) =>
    correlationOf(
      all.flatMap((one) => [...one.slice(lag)]),
      all.flatMap((one) => [...one.slice(0, one.length - lag)]),
    );

  test("has mean 1, the spread asked for, and carries over from day to day", () => {
    const all = series(0.5);
    const pooled = all.flatMap((one) => [...one]);
    expect(meanOf(pooled)).toBeGreaterThan(0.98);
    expect(meanOf(pooled)).toBeLessThan(1.02);
    expect(sdOf(pooled)).toBeGreaterThan(cv * 0.96);
    expect(sdOf(pooled)).toBeLessThan(cv * 1.04);
    // The gamma's correlations are within 1 % of those of its normal scores. Standard error about 0.01.
    expect(Math.abs(lagged(all, 1) - 0.5)).toBeLessThan(0.045);
    expect(Math.abs(lagged(all, 3) - 0.125)).toBeLessThan(0.045);
    expect(Math.abs(lagged(series(0.6), 1) - 0.5)).toBeGreaterThan(0.045);
    expect(Math.abs(lagged(series(0), 1))).toBeLessThan(0.045);
  });

  test("is 1 without spread", () => {
    expect(drawDayFactors({ cv: 0, carryOver: 0.5 }, 0, 3, 1, 1)).toEqual(new Float64Array([1, 1, 1]));
  });

  test("makes a date busy for every specialty", () => {
    const demand = { ...DEMAND, rate: 10 / 525_600, dayFactor: { cv: 0.5, carryOver: 0 } };
    const other = { ...SPECIALTY, name: "dermatology", demand };
    const clinic = { ...YEAR, specialties: [{ ...SPECIALTY, demand }, other] };
    const byDay = [new Float64Array(365), new Float64Array(365)];
    for (const { specialty, sent } of drawWorld(compile(clinic, []), 4, 1).threads) {
      byDay[specialty]![Math.floor(sent / 1440)]! += 1;
    }
    // Counts of mean 27 and factor variance 0.25: correlation 0.25 × 27 / (1 + 0.25 × 27) = 0.87.
    expect(correlationOf(byDay[0]!, byDay[1]!)).toBeGreaterThan(0.8);
    const apart = createStream(1, 1, "shuffle");
    const shuffled = [...byDay[1]!].sort(() => apart.uniform() - 0.5);
    expect(Math.abs(correlationOf(byDay[0]!, shuffled))).toBeLessThan(0.25);
  });
});
