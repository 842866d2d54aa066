import { describe, expect, test } from "vitest";
import { type Calendar, type Clinic, compile, type Demand, drawWorld } from "../../src/model/index.ts";
import { createStream } from "../../src/random/index.ts";
import { CLINIC, DEMAND, withDemand, withSpecialty } from "./plain-clinic.ts";
import { chiSquareP, meanOf } from "./statistics.ts";

const SPRING = { at: 62 * 1440 + 120, jump: 60 };
const AUTUMN = { at: 300 * 1440 + 60, jump: -60 };

/** A year in which everything that moves the rate is at work. The last hour of the day and one weekday are empty. */
const VARIED: Demand = {
  ...DEMAND,
  rate: 5 / 525_600,
  growth: { ratePerYear: 0.2, from: "2026-03-01" },
  timeline: [
    { from: "2026-04-01", to: "2026-04-30", factor: 2 },
    { from: "2026-04-15", to: "2026-05-15", factor: 0.5 },
  ],
  profile: {
    hourOfDay: [2, 1, 1, 1, 0, 1, 2, 4, 9, 12, 10, 8, 6, 8, 7, 5, 5, 4, 4, 3, 3, 2, 1, 0],
    dayOfWeek: [6, 5, 4, 4, 3, 0, 1],
    monthOfYear: [3, 1, 2, 2, 2, 2, 1, 1, 2, 2, 2, 1],
  },
};
const CLOSED = ["2026-02-16", "2026-07-01", "2026-09-05", "2026-12-25"];
const YEAR: Clinic = withDemand(VARIED, {
  ...CLINIC,
  calendar: { ...CLINIC.calendar, closedDates: CLOSED },
  run: { ...CLINIC.run, warmUpDays: 0, lengthDays: 364, runOutDays: 0 },
});
const model = compile(YEAR, [SPRING, AUTUMN]);
const { calendar, days } = model;
const PATIENTS = 1000;

const MONTH_DAYS = [31, 28.2425, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Expected threads an hour, from the words of the scenario: [day × 24 + local hour], by what the clock shows. */
function expectedByHour(demand: Demand, of: Calendar): Float64Array {
  const { hourOfDay, dayOfWeek, monthOfYear } = demand.profile;
  const monthMean =
    monthOfYear.reduce((sum, weight, month) => sum + weight * MONTH_DAYS[month]!, 0) / 365.2425;
  const expected = new Float64Array(days * 24);
  for (let day = 0; day < days; day += 1) {
    const date = of.dateOf(day);
    const weekday = CLOSED.includes(date) ? 6 : of.dayOfWeek(day);
    let rate = (PATIENTS * demand.rate * monthOfYear[of.month(day)]!) / monthMean;
    rate *= dayOfWeek[weekday]! / meanOf(dayOfWeek);
    if (demand.growth && date >= demand.growth.from) {
      rate *= (1 + demand.growth.ratePerYear) ** ((day - of.dayOfDate(demand.growth.from)) / 365.2425);
    }
    for (const { from, to, factor } of demand.timeline) if (date >= from && date <= to) rate *= factor;
    for (let minute = of.dayStart(day); minute < of.dayStart(day + 1); minute += 1) {
      const hour = Math.floor(of.localMinute(minute) / 60);
      expected[day * 24 + hour]! += (rate * hourOfDay[hour]!) / meanOf(hourOfDay);
    }
  }
  return expected;
}

type Fold = (day: number, hour: number) => number;
const byHour: Fold = (_, hour) => hour;
const byWeekday: Fold = (day) => calendar.dayOfWeek(day);
const byMonth: Fold = (day) => calendar.month(day);
const byDay: Fold = (day) => day;

function fold(hourly: ArrayLike<number>, by: Fold, cells: number): number[] {
  const sums = new Array<number>(cells).fill(0);
  for (let slot = 0; slot < hourly.length; slot += 1) {
    sums[by(Math.floor(slot / 24), slot % 24)]! += hourly[slot]!;
  }
  return sums;
}

function countByHour(times: readonly number[]): Float64Array {
  const counts = new Float64Array(days * 24);
  for (const t of times) {
    const day = calendar.dayOf(t);
    counts[day * 24 + Math.floor(calendar.localMinute(t) / 60)]! += 1;
  }
  return counts;
}

const REPLICATIONS = 8;
const expected = expectedByHour(VARIED, calendar).map((count) => count * REPLICATIONS);
const times = Array.from({ length: REPLICATIONS }, (_, replication) =>
  drawWorld(model, 11, replication).threads.map(({ sent }) => sent),
);
const seen = countByHour(times.flat());

const FOLDS: readonly (readonly [string, Fold, number])[] = [
  ["hour of the day", byHour, 24],
  ["day of the week", byWeekday, 7],
  ["month", byMonth, 12],
  ["date", byDay, days],
];

/**
 * The wreck: the gap to the next candidate is drawn at the rate of the last arrival and never thinned, so that a rising
 * rate is noticed too late.
 */
function readingTheRateAtTheLastArrival(hourly: Float64Array, replication: number): number[] {
  const stream = createStream(11, replication, "wreck");
  const sent: number[] = [];
  let t = 0;
  for (;;) {
    const day = Math.min(calendar.dayOf(t), days - 1);
    const hour = Math.floor(calendar.localMinute(t) / 60);
    const rate = hourly[day * 24 + hour]! / REPLICATIONS / 60;
    t += rate === 0 ? 60 : -Math.log(stream.open()) / rate;
    if (t >= model.end) return sent;
    if (rate > 0) sent.push(t);
  }
}

describe("arrivals", () => {
  test.each(FOLDS)("come as often as the scenario says by %s", (_, by, cells) => {
    expect(chiSquareP(fold(seen, by, cells), fold(expected, by, cells))).toBeGreaterThan(0.001);
  });

  test("and thinning by the rate at the last arrival, which loses part of the peak, would be found out", () => {
    const wrong = Array.from({ length: REPLICATIONS }, (_, r) => readingTheRateAtTheLastArrival(expected, r));
    const counts = fold(countByHour(wrong.flat()), byHour, 24);
    expect(chiSquareP(counts, fold(expected, byHour, 24))).toBeLessThan(1e-6);
  });

  test("are as scattered from replication to replication as a Poisson count", () => {
    const model = compile(withDemand({ rate: 1 / 525_600 }), []);
    const counts = Array.from({ length: 400 }, (_, r) => drawWorld(model, 5, r).threads.length);
    const mean = (PATIENTS * 77) / 365;
    const index = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 400 / mean;
    // The index of dispersion has standard error √(2 / 400) = 0.07; a thinning that repeats itself would show 0 or 2.
    expect(index).toBeGreaterThan(0.75);
    expect(index).toBeLessThan(1.25);
    expect(meanOf(counts) / mean).toBeGreaterThan(1 - 4 / Math.sqrt(400 * mean));
    expect(meanOf(counts) / mean).toBeLessThan(1 + 4 / Math.sqrt(400 * mean));
  });

  test("never fall into an hour of weight 0, an hour that is skipped, or before the start", () => {
    const all = times.flat();
    expect(all.every((t) => t > 0 && t < model.end)).toBe(true);
    expect(fold(seen, byHour, 24)[23]).toBe(0);
    expect(fold(seen, byHour, 24)[4]).toBe(0);
    expect(seen[62 * 24 + 2]).toBe(0);
  });

  test("have times to the last bit, and come in order", () => {
    expect(times[0]!.every((t, i, list) => i === 0 || t >= list[i - 1]!)).toBe(true);
    expect(times[0]!.filter((t) => t === Math.round(t))).toEqual([]);
    expect(new Set(times.flat()).size).toBe(times.flat().length);
  });

  test("fall only into the one hour that has a weight, the first of the day", () => {
    const hourOfDay = [1, ...new Array<number>(23).fill(0)];
    const clinic = withDemand({ rate: 1 / 525_600, profile: { ...DEMAND.profile, hourOfDay } });
    const { threads } = drawWorld(compile(clinic, []), 1, 0);
    expect(threads.length).toBeGreaterThan(100);
    expect(threads.every(({ sent }) => sent % 1440 < 60)).toBe(true);
  });

  test("there are none without demand, patients or portal", () => {
    for (const clinic of [
      withDemand({ rate: 0 }),
      withSpecialty({ patients: 0, openingBacklog: { messages: 5, age: 60 } }),
      withSpecialty({ portalShare: 0 }),
      withDemand({ profile: { ...DEMAND.profile, hourOfDay: new Array<number>(24).fill(0) } }),
    ]) {
      expect(drawWorld(compile(clinic, []), 1, 0).threads).toEqual([]);
    }
  });
});
