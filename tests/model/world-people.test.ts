import { describe, expect, test } from "vitest";
import { drawVacation } from "../../src/model/draws/absence-draws.ts";
import { orderOf } from "../../src/model/draws/order-of.ts";
import {
  type Clinic,
  compile,
  drawWorld,
  type Evenings,
  type NamedPerson,
  type OtherWork,
  type PersonDays,
} from "../../src/model/index.ts";
import { deriveKey } from "../../src/random/index.ts";
import { named } from "./named-person.ts";
import { CLINIC, NURSE, PHYSICIAN, WEEKDAYS, week, withSpecialty } from "./plain-clinic.ts";
import { chiSquareP, meanOf, sdOf, shareError } from "./statistics.ts";

const CLOSED = ["2026-07-01", "2026-09-07", "2026-12-25"];
const clinic: Clinic = {
  ...CLINIC,
  calendar: { ...CLINIC.calendar, closedDates: CLOSED },
  run: { ...CLINIC.run, warmUpDays: 0, lengthDays: 364, runOutDays: 0 },
  teams: [
    {
      ...NURSE,
      count: 150,
      absence: { vacationWeeks: 4.5, vacationStretch: 2, sickDays: 8, cover: "none" },
    },
    {
      ...PHYSICIAN,
      count: 60,
      inbox: week([0, 2], [720, 780]),
      clinic: week([1, 2], [540, 720], [780, 960]),
      overrun: { type: "exponential", mean: 12 },
      absence: { vacationWeeks: 0, vacationStretch: 1, sickDays: 5, cover: "none" },
      evenings: [
        { days: [true, false, true, false, false, false, true], from: 1140, upTo: 45, probability: 0.6 },
      ],
    },
  ],
};
const model = compile(clinic, []);
const { calendar } = model;
const [nurses, physicians] = drawWorld(model, 13, 0).people;

describe("absence", () => {
  test("has the weeks of vacation and the days of sickness that were given, in the mean", () => {
    const weeks = nurses!.map(({ absent }) => absent.filter((kind) => kind === 1).length / 7);
    const sick = nurses!.map(({ absent }) => absent.filter((kind) => kind === 2).length);
    expect(new Set(weeks)).toEqual(new Set([4, 5]));
    expect(Math.abs(meanOf(weeks) - 4.5)).toBeLessThan((4 * 0.5) / Math.sqrt(150));
    expect(Math.abs(meanOf(sick) - 8)).toBeLessThan((4 * sdOf(sick)) / Math.sqrt(150));
    expect((4 * sdOf(sick)) / Math.sqrt(150)).toBeLessThan(1.1);
  });

  test("vacations are whole weeks in stretches of two and what is left; sickness is on working dates only", () => {
    const weeks = new Set<number>();
    const sickOn = new Set<number>();
    for (const { absent } of nurses!) {
      for (let monday = 0; monday < 364; monday += 7) {
        weeks.add(absent.slice(monday, monday + 7).filter((kind) => kind === 1).length);
      }
      absent.forEach((kind, day) => {
        if (kind === 2) sickOn.add(day);
      });
    }
    expect(weeks).toEqual(new Set([0, 7]));
    for (const day of sickOn) expect(calendar.isOpenDay(day)).toBe(true);
    expect(sickOn.size).toBeGreaterThan(230);
    const sick = physicians!.flatMap(({ absent }) => [...absent].flatMap((kind, day) => (kind ? [day] : [])));
    expect(new Set(sick.map((day) => calendar.dayOfWeek(day)))).toEqual(new Set([0, 1, 2]));
    expect(Math.abs(sick.length / 60 - 5)).toBeLessThan(4 * Math.sqrt(5 / 60));
  });

  test("a vacation may lie anywhere in the year, every arrangement alike", () => {
    const absence = { vacationWeeks: 3, vacationStretch: 2, sickDays: 0 };
    const seen = new Map<string, number>();
    const draws = 6000;
    for (let i = 0; i < draws; i += 1) {
      const weeks = drawVacation(deriveKey({ hi: 1, lo: 2 }, 3, i), 2026, 6, absence);
      const key = weeks.join("");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    // Two weeks and one week among three free ones: five places, two of them taken, in two orders.
    const arrangements = new Map<string, number>();
    for (let a = 0; a < 5; a += 1) {
      for (let b = a + 1; b < 5; b += 1) {
        for (const [first, second] of [
          ["11", "1"],
          ["1", "11"],
        ]) {
          const row = ["0", "0", "0"];
          row.splice(a, 0, first!);
          row.splice(b, 0, second!);
          arrangements.set(row.join(""), (arrangements.get(row.join("")) ?? 0) + draws / 20);
        }
      }
    }
    const keys = [...arrangements.keys()];
    expect([...seen.keys()].sort()).toEqual([...keys].sort());
    const p = chiSquareP(
      keys.map((key) => seen.get(key) ?? 0),
      keys.map((key) => arrangements.get(key)!),
    );
    expect(p).toBeGreaterThan(0.001);
    expect(
      chiSquareP(
        keys.map(() => draws / keys.length),
        keys.map((key) => arrangements.get(key)!),
      ),
    ).toBeLessThan(0.001);
  });

  test("goes by a person's own hours, and leaves the colleagues' days as they were", () => {
    const [nurse, physician] = clinic.teams;
    // The first hundred nurses work on Mondays; of the physicians the first has other sessions and evenings.
    const own = named(nurse!, "own", { shifts: week([0], [480, 720]) });
    const other = named(physician!, "other", { clinic: week([4], [540, 720]), evenings: [] });
    const people = new Array(100).fill(own);
    const teams = [
      { ...nurse!, people },
      { ...physician!, people: [other] },
    ];
    const [after, doctors] = drawWorld(compile({ ...clinic, teams }, []), 13, 0).people;
    expect(after!.slice(100)).toEqual(nurses!.slice(100));
    expect(doctors!.slice(1)).toEqual(physicians!.slice(1));
    const sick = after!
      .slice(0, 100)
      .map(({ absent }) => [...absent.keys()].filter((day) => absent[day] === 2));
    expect(new Set(sick.flat().map((day) => calendar.dayOfWeek(day)))).toEqual(new Set([0]));
    const counts = sick.map(({ length }) => length);
    expect(Math.abs(meanOf(counts) - 8)).toBeLessThan((4 * sdOf(counts)) / Math.sqrt(100));
    expect(after!.map(({ absent }) => absent.filter((kind) => kind === 1).length)).toEqual(
      nurses!.map(({ absent }) => absent.filter((kind) => kind === 1).length),
    );
    expect(doctors![0]!.evening.includes(1)).toBe(false);
    doctors![0]!.overrun.forEach((sessions, day) => {
      expect(sessions).toHaveLength(calendar.dayOfWeek(day) === 4 && !calendar.isClosed(day) ? 1 : 0);
    });
  });

  test("is a person's own where one has leave of one's own, dated leave besides", () => {
    const nurse = { ...clinic.teams[0]!, count: 60 };
    const of = (changes: Partial<NamedPerson>) => {
      const people = Array.from({ length: 60 }, (_, i) => named(nurse, `nurse ${i}`, changes));
      return drawWorld(compile({ ...clinic, teams: [{ ...nurse, people }] }, []), 13, 0).people[0]!;
    };
    const daysOff = (people: readonly PersonDays[], kind: number) =>
      people.map(({ absent }) => absent.filter((is) => is === kind).length);
    const asBefore = of({});
    expect(asBefore).toEqual(nurses!.slice(0, 60));
    const own = of({ vacationWeeks: 2, vacationStretch: 1, sickDays: 20 });
    expect(new Set(daysOff(own, 1))).toEqual(new Set([14]));
    const sick = daysOff(own, 2);
    expect(Math.abs(meanOf(sick) - 20)).toBeLessThan((4 * sdOf(sick)) / Math.sqrt(60));
    expect((4 * sdOf(sick)) / Math.sqrt(60)).toBeLessThan(3);
    // Day 8 of the run is 13 January; the leave ends on a Sunday.
    const away = of({
      away: [
        { from: "2026-01-13", to: "2026-01-13" },
        { from: "2026-03-02", to: "2026-04-05" },
      ],
    });
    const dated = (day: number) => day === 8 || (day >= 56 && day < 91);
    away.forEach(({ absent }, k) => {
      expect([...absent.keys()].filter((day) => dated(day) && absent[day] !== 1)).toEqual([]);
      const rest = (all: Uint8Array) => [...all].filter((_, day) => !dated(day));
      expect(rest(absent)).toEqual(rest(asBefore[k]!.absent));
    });
    const only = of({ vacationWeeks: 0, sickDays: 0, away: [{ from: "2025-12-01", to: "2026-01-06" }] });
    expect(daysOff(only, 1)).toEqual(only.map(() => 2));
  });

  test("can be the whole year, or none of it", () => {
    const of = (vacationWeeks: number) =>
      drawVacation({ hi: 5, lo: 6 }, 2026, 52, { vacationWeeks, vacationStretch: 3, sickDays: 0 });
    expect(of(60)).toEqual(new Uint8Array(52).fill(1));
    expect(of(0)).toEqual(new Uint8Array(52));
  });
});

describe("evenings and overruns", () => {
  test("evenings fall on the days given, as often as given", () => {
    const evenings = physicians!.flatMap(({ evening }) =>
      [...evening].flatMap((is, day) => (is ? [calendar.dayOfWeek(day)] : [])),
    );
    expect(new Set(evenings)).toEqual(new Set([0, 2, 6]));
    const chances = 60 * 52 * 3;
    expect(Math.abs(evenings.length / chances - 0.6)).toBeLessThan(4 * Math.sqrt(0.24 / chances));
    expect(nurses![0]!.evening.some((is) => is !== 0)).toBe(false);
  });

  test("of several habits of a day at most one comes true, each as often as given", () => {
    const habits: readonly Evenings[] = [
      { days: WEEKDAYS.map(() => true).concat(false, false), from: 1140, upTo: 45, probability: 0.3 },
      { days: [true, false, true, false, false, false, true], from: 1200, upTo: Infinity, probability: 0.5 },
    ];
    const of = (evenings: readonly Evenings[]) => {
      const team = { ...clinic.teams[1]!, evenings };
      return drawWorld(compile({ ...clinic, teams: [team] }, []), 13, 0).people[0]!;
    };
    const both = of(habits).flatMap(({ evening }) => [...evening].map((is, day) => ({ is, day: day % 7 })));
    const shares = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
      const dates = both.filter(({ day }) => day === weekday);
      return [1, 2].map((habit) => shareError(dates, ({ is }) => is === habit, [0.3, 0.5][habit - 1]!));
    });
    // Mondays and Wednesdays have both, the other working days the first only, Saturdays none, Sundays the second.
    for (const weekday of [0, 2]) for (const error of shares[weekday]!) expect(error).toBeLessThan(4);
    for (const weekday of [1, 3, 4]) expect(shares[weekday]![0]).toBeLessThan(4);
    expect(shares[6]![1]).toBeLessThan(4);
    expect(
      shareError(
        both.filter(({ day }) => day === 6),
        ({ is }) => is === 2,
        0.4,
      ),
    ).toBeGreaterThan(4);
    expect(both.some(({ is, day }) => (is === 2 && [1, 3, 4].includes(day)) || (is === 1 && day === 6))).toBe(
      false,
    );
    expect(both.some(({ is, day }) => is > 0 && day === 5)).toBe(false);
    // A habit more leaves those of the first where they were.
    const first = of([habits[0]!]);
    const evenings = (people: readonly PersonDays[]) =>
      people.map(({ evening }) => [...evening.keys()].filter((day) => evening[day] === 1));
    expect(evenings(of(habits))).toEqual(evenings(first));
  });

  test("every clinic session runs over by a draw of its own", () => {
    const all: number[] = [];
    const wrong: number[] = [];
    for (const { overrun } of physicians!) {
      for (let day = 0; day < 364; day += 1) {
        const sessions = !calendar.isClosed(day) && [1, 2].includes(calendar.dayOfWeek(day)) ? 2 : 0;
        if (overrun[day]!.length !== sessions) wrong.push(day);
        all.push(...overrun[day]!);
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.abs(meanOf(all) - 12)).toBeLessThan((4 * 12) / Math.sqrt(all.length));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("other work", () => {
  const calls: OtherWork = {
    name: "calls",
    team: 0,
    perBusinessDay: 7,
    perPerson: false,
    minutes: { type: "exponential", mean: 13 },
    interrupts: true,
    patience: { type: "exponential", mean: 4 },
    order: "with messages",
  };
  const results: OtherWork = {
    name: "results",
    team: 1,
    perBusinessDay: 3,
    perPerson: true,
    minutes: { type: "fixed", value: 2 },
    interrupts: false,
    order: "after messages",
  };
  const worked = withSpecialty(
    { otherWork: [calls, results, { ...results, name: "mail", team: 0 }] },
    {
      ...clinic,
      calendar: { ...clinic.calendar, open: week(WEEKDAYS, [480, 720], [780, 1020]) },
      teams: [
        { ...NURSE, count: 2 },
        { ...PHYSICIAN, count: 3 },
      ],
    },
  );
  const { work } = drawWorld(compile(worked, []), 3, 0);
  const from = (source: number) => work.filter((item) => item.source === source);
  const OPEN_DAYS = 260 - CLOSED.length;

  test("comes as often as given, for the team or for each person, in opening hours only", () => {
    const expectCount = (count: number, mean: number) =>
      expect(Math.abs(count - mean)).toBeLessThan(4 * Math.sqrt(mean));
    expectCount(from(0).length, 7 * OPEN_DAYS);
    expectCount(from(1).length, 9 * OPEN_DAYS);
    expectCount(from(2).length, 6 * OPEN_DAYS);
    const counted = compile(worked, []).calendar;
    expect(work.every(({ at }) => counted.business.isCounting(at))).toBe(true);
    const byHour = new Array<number>(24).fill(0);
    for (const { at } of work) byHour[Math.floor((at % 1440) / 60)]! += 1;
    const open = [8, 9, 10, 11, 13, 14, 15, 16];
    const expected = byHour.map((_, hour) => (open.includes(hour) ? work.length / 8 : 0));
    expect(chiSquareP(byHour, expected)).toBeGreaterThan(0.001);
  });

  test("goes to a person's own line only where there are such lines; calls have patience, the rest waits", () => {
    expect(new Set(from(0).map(({ person }) => person))).toEqual(new Set([-1]));
    expect(new Set(from(1).map(({ person }) => person))).toEqual(new Set([0, 1, 2]));
    expect(new Set(from(2).map(({ person }) => person))).toEqual(new Set([-1]));
    expect(from(0).every(({ patience }) => patience > 0)).toBe(true);
    expect(from(1).every(({ patience, minutes }) => Number.isNaN(patience) && minutes === 2)).toBe(true);
    expect(Math.abs(meanOf(from(0).map(({ minutes }) => minutes)) - 13)).toBeLessThan(
      (4 * 13) / Math.sqrt(from(0).length),
    );
  });

  test("is numbered in the order of its times", () => {
    expect(work.map(({ id }) => id)).toEqual(work.map((_, i) => i));
    expect(work.every(({ at }, i) => i === 0 || at >= work[i - 1]!.at)).toBe(true);
  });
});

describe("orderOf", () => {
  test("puts values in order, equal ones by index, spread out or piled up", () => {
    const uneven = Float64Array.from({ length: 500 }, (_, i) => ((i * 7919) % 500 < 400 ? i % 7 : i * 1e6));
    const byComparing = [...uneven.keys()].sort((a, b) => uneven[a]! - uneven[b]! || a - b);
    expect([...orderOf(uneven, 500)]).toEqual(byComparing);
    expect([...orderOf(new Float64Array([3, 1, 2]), 3)]).toEqual([1, 2, 0]);
    expect([...orderOf(new Float64Array([5, 5, 5]), 2)]).toEqual([0, 1]);
    expect([...orderOf(new Float64Array(0), 0)]).toEqual([]);
  });
});
