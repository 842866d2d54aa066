import { describe, expect, test } from "vitest";
import type { ExtractCalls } from "../../../src/experiment/extract/extract-calls.ts";
import type { ExtractVisits } from "../../../src/experiment/extract/extract-visits.ts";
import type { Bounds } from "../../../src/experiment/fit/bounds.ts";
import { fitCalls } from "../../../src/experiment/fit/fit-calls.ts";
import { fitVisits } from "../../../src/experiment/fit/fit-visits.ts";
import { Calendar, VISIT_MODES } from "../../../src/model/index.ts";
import { createDistribution, keyedUniformAt } from "../../../src/random/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";

const DAY = 1440;
const DAYS = 364;
/** From a Monday on: days 5 and 6 of each week are closed. */
const calendar = new Calendar({ ...CLINIC.calendar, timeZone: "UTC" }, "2026-01-05", DAYS, []);
const span = { from: 0, to: DAYS };
const drawn = (stream: number, i: number) => keyedUniformAt(77, stream, 0, i);
const holds = ({ low, high }: Bounds, truth: number) => low <= truth && truth <= high;

const opens = Array.from({ length: DAYS }, (_, day) => day).filter((day) => day % 7 < 5);

describe("calls", () => {
  /** Ten a business day; callers wait 5 min in the mean, and are answered after 3 if they still wait; calls take 8 min. */
  const every = opens.flatMap((day, d) => Array.from({ length: 10 }, (_, k) => ({ day, i: d * 10 + k })));
  const patience = createDistribution({ type: "exponential", mean: 5 });
  const length = createDistribution({ type: "exponential", mean: 8 });
  const told = every.map(({ day, i }) => {
    const waits = patience.quantile(drawn(1, i));
    const isAnswered = waits > 3;
    return {
      at: day * DAY + 500 + (i % 10) * 40,
      answered: isAnswered ? 1 : 0,
      waited: Math.min(3, waits),
      minutes: isAnswered ? length.quantile(drawn(2, i)) : Number.NaN,
    };
  });
  const calls: ExtractCalls = {
    specialty: new Int16Array(told.length),
    at: Float64Array.from(told, ({ at }) => at),
    answered: Int8Array.from(told, ({ answered }) => answered),
    waited: Float64Array.from(told, ({ waited }) => waited),
    minutes: Float64Array.from(told, ({ minutes }) => minutes),
    role: new Int8Array(told.length).fill(2),
  };

  test("tell how many a business day, how long they take, and how long callers would wait: the answered are censored", () => {
    const fit = fitCalls(calls, 0, calendar, span)!;
    expect(fit.perBusinessDay.estimate).toBe(10);
    expect(holds(fit.minutes!.mean, 8)).toBe(true);
    expect(holds(fit.patience!.mean, 5)).toBe(true);
    // Callers who gave up had waited far less: leaving out those who were answered would be wrong.
    const lost = told.filter(({ answered }) => answered === 0).map(({ waited }) => waited);
    expect(holds(fit.patience!.mean, lost.reduce((sum, x) => sum + x, 0) / lost.length)).toBe(false);
    expect(holds(fit.answered, Math.exp(-3 / 5))).toBe(true);
  });

  test("are too few below fifty, and none of another specialty's", () => {
    const few = Object.fromEntries(
      Object.entries(calls).map(([name, column]) => [name, (column as Float64Array).slice(0, 40)]),
    ) as unknown as ExtractCalls;
    expect(fitCalls(few, 0, calendar, span)).toBeUndefined();
    expect(fitCalls(calls, 1, calendar, span)).toBeUndefined();
  });
});

describe("visits", () => {
  /** 120 patients, seen every 120 days; three visits a business day come of messages, a week after booking or later. */
  const regular = Array.from({ length: 120 }, (_, patient) => patient).flatMap((patient) => {
    const first = drawn(3, patient) * 120;
    return [0, 1, 2, 3].map((k) => ({
      patient,
      at: (first + 120 * k) * DAY,
      of: 0,
      booked: Number.NaN,
      mode: 2,
    }));
  });
  const booked = opens.slice(10).flatMap((day, d) =>
    [0, 1, 2].map((k) => ({
      patient: 1000 + 3 * d + k,
      at: day * DAY + 600,
      of: 1,
      booked: (opens[d + 10 - (d % 2 === 0 ? 5 : 8)] ?? 0) * DAY + 600,
      mode: VISIT_MODES.indexOf("phone"),
    })),
  );
  const all = [...regular, ...booked].filter(({ at }) => at < DAYS * DAY).sort((a, b) => a.at - b.at);
  const visits: ExtractVisits = {
    specialty: new Int16Array(all.length),
    patient: Int32Array.from(all, ({ patient }) => patient),
    at: Float64Array.from(all, ({ at }) => at),
    booked: Float64Array.from(all, (visit) => visit.booked),
    mode: Int8Array.from(all, ({ mode }) => mode),
    staff: new Int16Array(all.length).fill(-1),
    ofThread: Int8Array.from(all, ({ of }) => of),
    thread: new Int32Array(all.length).fill(-1),
  };

  test("tell how often patients are seen and how many there are, those not seen again being censored; and what is free for messages", () => {
    const fit = fitVisits(visits, 0, { calendar, span })!;
    expect(fit.perPatientPerYear!.estimate).toBeCloseTo(365.2425 / 120, 1);
    expect(Math.abs(fit.panel!.estimate / 120 - 1)).toBeLessThan(0.03);
    const [phone] = fit.kinds;
    expect([fit.bookAs, fit.kinds.length, phone!.mode, phone!.notice]).toEqual(["phone", 1, "phone", 5]);
    expect(phone!.perBusinessDay.estimate).toBe(3);
    expect(phone!.fullDays).toBeGreaterThan(100);
    expect(fit.perSession).toBeUndefined();
  });

  const part = (is: (i: number) => boolean) => {
    const kept = Array.from(visits.at.keys()).filter(is);
    return Object.fromEntries(
      Object.entries(visits).map(([name, column]) => [
        name,
        (column as Float64Array).constructor === Float64Array
          ? Float64Array.from(kept, (i) => column[i])
          : Int32Array.from(kept, (i) => column[i]),
      ]),
    ) as unknown as ExtractVisits;
  };

  test("of a file that ends before the log count on the days that it covers, not on all days", () => {
    const until = 250 * DAY;
    const half = part((i) => visits.at[i]! < until);
    const fit = fitVisits(half, 0, { calendar, span })!;
    expect(fit.covers.from).toBe(0);
    expect(Math.abs(fit.covers.to - 250)).toBeLessThan(4);
    expect(Math.abs(fit.panel!.estimate / 120 - 1)).toBeLessThan(0.05);
    expect(fit.kinds[0]!.perBusinessDay.estimate).toBe(3);
    // Over all days of the log there would be a third fewer patients.
    expect(fit.panel!.estimate * (fit.covers.to / DAYS)).toBeLessThan(0.75 * 120);
  });

  test("fill slots only on days that later visits passed over: a week without any is not their measure", () => {
    const quiet = (i: number) =>
      visits.ofThread[i] === 1 && visits.booked[i]! > 200 * DAY && visits.booked[i]! < 220 * DAY;
    const [phone] = fitVisits(
      part((i) => !quiet(i)),
      0,
      { calendar, span },
    )!.kinds;
    const all = booked.length - Array.from(visits.at.keys()).filter(quiet).length;
    expect(all / (opens.length - 10)).toBeLessThan(2.9);
    expect(phone!.perBusinessDay.estimate).toBeGreaterThan(2.9);
  });
});
