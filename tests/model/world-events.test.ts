import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  drawWorld,
  type Flares,
  type Specialty,
  type Thread,
  type Trigger,
} from "../../src/model/index.ts";
import { CLINIC, TOPIC, withDemand, withSpecialty } from "./plain-clinic.ts";
import { chiSquareP, meanOf, sdOf } from "./statistics.ts";

const silent = {
  ...withDemand({ rate: 0 }),
  run: { ...CLINIC.run, warmUpDays: 0, lengthDays: 365, runOutDays: 0 },
};
const topics = [TOPIC, { ...TOPIC, name: "results" }, { ...TOPIC, name: "flare" }];
const clinicWith = (patch: Partial<Specialty>, clinic: Clinic = silent): Clinic =>
  withSpecialty({ topics, ...patch }, clinic);
const threadsOf = (clinic: Clinic, replication = 0): readonly Thread[] =>
  drawWorld(compile(clinic, []), 19, replication).threads;

const face = ({ id: _, ...rest }: Thread): string => JSON.stringify(rest);

/** Every thread of `less` is in `more`, which has about so many times as many. */
function expectMore(more: readonly Thread[], less: readonly Thread[], times: number): void {
  const there = new Set(more.map(face));
  expect(less.filter((thread) => !there.has(face(thread)))).toEqual([]);
  expect(more.length / less.length).toBeGreaterThan(1 + (times - 1) / 2);
  expect(more.length / less.length).toBeLessThan(1 + (times - 1) * 2);
}

const results: Trigger = {
  name: "results",
  perBusinessDay: 40,
  probability: 0.1,
  delay: { type: "fixed", value: 0 },
  topic: 1,
};

describe("triggers", () => {
  const base = threadsOf(clinicWith({ triggers: [results] }));
  const OPEN_DAYS = 261;

  test("bring threads of their topic, as often as events and chances say, about anybody", () => {
    const counts = Array.from(
      { length: 12 },
      (_, r) => threadsOf(clinicWith({ triggers: [results] }), r).length,
    );
    const error = 4 * Math.sqrt((4 * OPEN_DAYS) / 12);
    expect(Math.abs(meanOf(counts) - 4 * OPEN_DAYS)).toBeLessThan(error);
    expect(error).toBeLessThan(0.05 * 4 * OPEN_DAYS);
    expect(base.every(({ topic, rounds }) => topic === 1 && rounds.length > 0)).toBe(true);
    const tenths = new Array<number>(10).fill(0);
    for (const { patient } of base) tenths[Math.floor(patient / 100)]! += 1;
    expect(
      chiSquareP(
        tenths,
        tenths.map(() => base.length / 10),
      ),
    ).toBeGreaterThan(0.001);
  });

  test("with dates bring the very threads of those dates, and no others", () => {
    const dated = threadsOf(clinicWith({ triggers: [{ ...results, from: "2026-03-02", to: "2026-03-06" }] }));
    const { calendar } = compile(silent, []);
    const within = base.filter(({ sent }) => {
      const date = calendar.dateOf(calendar.dayOf(sent));
      return date >= "2026-03-02" && date <= "2026-03-06";
    });
    expect(dated.length).toBeGreaterThan(8);
    expect(dated.map(face)).toEqual(within.map(face));
  });

  test("fall into opening hours, any minute alike, and the message comes when waking minutes have passed", () => {
    const byHour = new Array<number>(24).fill(0);
    for (const { sent } of base) byHour[Math.floor((sent % 1440) / 60)]! += 1;
    const expected = byHour.map((_, hour) => (hour >= 8 && hour < 17 ? base.length / 9 : 0));
    expect(chiSquareP(byHour, expected)).toBeGreaterThan(0.001);
    const { calendar } = compile(silent, []);
    expect(base.every(({ sent }) => calendar.isOpenDay(calendar.dayOf(sent)))).toBe(true);
    // Patients sleep from 23 to 7 o'clock: after ten waking hours, what came by 13 o'clock comes the same evening.
    const late = threadsOf(clinicWith({ triggers: [{ ...results, delay: { type: "fixed", value: 600 } }] }));
    const then = base.map(({ sent }) => sent + (sent % 1440 <= 780 ? 600 : 600 + 480));
    const lateOnes = late.map(({ sent }) => sent);
    expect(lateOnes).toEqual([...then].sort((a, b) => a - b).slice(0, late.length));
    expect(base.length - late.length).toBeLessThan(10);
  });

  test("keep their threads when another trigger is put before them, chances rise, events grow more, the run grows longer", () => {
    const visits = { ...results, name: "visits", topic: 0 };
    expectMore(threadsOf(clinicWith({ triggers: [visits, results] })), base, 2);
    expectMore(threadsOf(clinicWith({ triggers: [{ ...results, probability: 0.15 }] })), base, 1.5);
    expectMore(threadsOf(clinicWith({ triggers: [{ ...results, perBusinessDay: 60 }] })), base, 1.5);
    const longer = { ...silent, run: { ...silent.run, lengthDays: 500 } };
    const more = threadsOf(clinicWith({ triggers: [results] }, longer));
    expect(more.slice(0, base.length)).toEqual(base);
  });

  test("leave the demand's threads as they were", () => {
    const plain = { topics, triggers: [] };
    const busy = withDemand({ rate: 1 / 525_600 }, silent);
    expectMore(
      threadsOf(clinicWith({ ...plain, triggers: [results] }, busy)),
      threadsOf(clinicWith(plain, busy)),
      2,
    );
    expect(threadsOf(clinicWith({ triggers: [results], patients: 0 }))).toEqual([]);
  });
});

const flares: Flares = { perPatientYear: 0.6, messages: 3, over: 14 * 1440, topic: 2 };

describe("flares", () => {
  const base = threadsOf(clinicWith({ flares }));
  const expected = 1000 * 0.6 * 3 * (365 / 365.2425);

  test("bring as many threads as they should, from the first day on", () => {
    const worlds = Array.from({ length: 12 }, (_, r) => threadsOf(clinicWith({ flares }), r));
    // A flare of a Poisson number of mean 3 has a variance of 3 + 3² about it.
    const error = 4 * Math.sqrt((1000 * 0.6 * 12) / 12);
    expect(Math.abs(meanOf(worlds.map(({ length }) => length)) - expected)).toBeLessThan(error);
    expect(error).toBeLessThan(0.06 * expected);
    expect(sdOf(worlds.map(({ length }) => length))).toBeGreaterThan(Math.sqrt(expected) * 1.2);
    const fortnight = meanOf(worlds.map((all) => all.filter(({ sent }) => sent < 14 * 1440).length));
    expect(Math.abs(fortnight / ((expected * 14) / 365) - 1)).toBeLessThan(0.25);
    expect(base.every(({ topic, sent }) => topic === 2 && sent >= 0 && sent < 365 * 1440)).toBe(true);
  });

  test("come in bursts: two weeks after a thread its patient has written far more than anybody else", () => {
    const of = new Map<number, number[]>();
    for (const { patient, sent } of base) of.set(patient, [...(of.get(patient) ?? []), sent]);
    const near = base.map(
      ({ patient, sent }) =>
        of.get(patient)!.filter((other) => other !== sent && Math.abs(other - sent) < 14 * 1440).length,
    );
    // Of the flare's own 3 on average besides, all lie within 14 days; of other flares' 1.8 a year, 28 days' worth.
    const others = 3 + (0.6 * 3 * 28) / 365;
    expect(Math.abs(meanOf(near) - others)).toBeLessThan(0.4);
  });

  test("keep their threads when they grow more frequent or longer, with more patients or a longer run", () => {
    expectMore(threadsOf(clinicWith({ flares: { ...flares, perPatientYear: 0.9 } })), base, 1.5);
    expectMore(threadsOf(clinicWith({ flares: { ...flares, messages: 4 } })), base, 4 / 3);
    expectMore(threadsOf(clinicWith({ flares, patients: 3000 })), base, 1.5);
    const longer = { ...silent, run: { ...silent.run, lengthDays: 500 } };
    const more = threadsOf(clinicWith({ flares }, longer));
    expect(more.slice(0, base.length)).toEqual(base);
  });
});
