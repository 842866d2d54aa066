import { describe, expect, test } from "vitest";
import { drawDayFactors } from "../../src/model/draws/day-factor.ts";
import { type Clinic, compile, drawWorld, type Thread, type World } from "../../src/model/index.ts";
import { CLINIC, NURSE, PHYSICIAN, withDemand, withSpecialty } from "./plain-clinic.ts";

const BUSY: Clinic = {
  ...withSpecialty(
    {
      demand: {
        ...CLINIC.specialties[0]!.demand,
        rate: 6 / 525_600,
        heterogeneity: { shape: 0.3, panel: "redrawn" },
        dayFactor: { cv: 0.2, carryOver: 0.4 },
        profile: {
          hourOfDay: [0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 8, 6, 5, 6, 6, 5, 4, 3, 3, 2, 2, 2, 1, 0],
          dayOfWeek: [5, 4, 4, 4, 3, 0, 1],
          monthOfYear: [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        },
      },
      openingBacklog: { messages: 40, age: 2880 },
      otherWork: [
        {
          name: "calls",
          team: 0,
          perBusinessDay: 6,
          perPerson: false,
          minutes: { type: "exponential", mean: 8 },
          interrupts: true,
          patience: { type: "exponential", mean: 5 },
          order: "with messages",
        },
        {
          name: "results",
          team: 1,
          perBusinessDay: 4,
          perPerson: true,
          minutes: { type: "exponential", mean: 2 },
          interrupts: false,
          order: "after messages",
        },
      ],
    },
    CLINIC,
  ),
  teams: [
    { ...NURSE, absence: { vacationWeeks: 4, vacationStretch: 2, sickDays: 10, cover: "none" } },
    {
      ...PHYSICIAN,
      count: 3,
      absence: { vacationWeeks: 5, vacationStretch: 1, sickDays: 4, cover: "buddy" },
      evenings: [
        { days: [true, true, true, true, false, false, true], from: 1140, upTo: 60, probability: 0.5 },
      ],
    },
  ],
};

const worldOf = (clinic: Clinic, seed = 7, replication = 3): World =>
  drawWorld(compile(clinic, []), seed, replication);

/** All that a thread is, apart from its place in the list. */
const face = ({ id: _, ...rest }: Thread): string => JSON.stringify(rest);
const faces = (world: World): Set<string> => new Set(world.threads.map(face));
const base = worldOf(BUSY);

/** Every thread of `less` is in `more`, which has some besides. */
function expectMore(more: World, less: World): void {
  const there = faces(more);
  expect(less.threads.filter((thread) => !there.has(face(thread)))).toEqual([]);
  expect(more.threads.length).toBeGreaterThan(less.threads.length);
}

describe("a world under change", () => {
  test("is a function of model, seed and replication", () => {
    expect(worldOf(BUSY)).toEqual(base);
    for (const other of [worldOf(BUSY, 8, 3), worldOf(BUSY, 7, 4)]) {
      const known = faces(base);
      expect(other.threads.filter((thread) => known.has(face(thread)))).toEqual([]);
    }
  });

  test("another nurse leaves every thread, all work and everybody else as they were", () => {
    const [nurse, physician] = BUSY.teams;
    const more = worldOf({ ...BUSY, teams: [{ ...nurse!, count: 2 }, physician!] });
    expect(more.threads).toEqual(base.threads);
    expect(more.work).toEqual(base.work);
    expect(more.people[0]![0]).toEqual(base.people[0]![0]);
    expect(more.people[0]![1]).not.toEqual(base.people[0]![0]);
    expect(more.people[1]).toEqual(base.people[1]);
  });

  test("a higher volume keeps every thread and adds some, a lower one takes some away", () => {
    const { rate } = BUSY.specialties[0]!.demand;
    const higher = worldOf(withDemand({ rate: 1.25 * rate }, BUSY));
    expectMore(higher, base);
    expectMore(base, worldOf(withDemand({ rate: 0.8 * rate }, BUSY)));
    expect(higher.threads.length / base.threads.length).toBeGreaterThan(1.15);
    const timeline = [{ from: "2026-01-20", to: "2026-01-31", factor: 3 }];
    expectMore(worldOf(withDemand({ timeline }, BUSY)), base);
  });

  test("a closed date takes threads of that date away, moves none, and adds a few to the rest of the year", () => {
    const closed = { ...BUSY, calendar: { ...BUSY.calendar, closedDates: ["2026-02-09"] } };
    const world = worldOf(closed);
    const { calendar } = compile(BUSY, []);
    const left = faces(world);
    const known = faces(base);
    const added = world.threads.filter((thread) => !known.has(face(thread)));
    expect(added.length).toBeLessThan(base.threads.length / 100);
    for (const { sent } of base.threads.filter((thread) => !left.has(face(thread)))) {
      expect(calendar.dateOf(calendar.dayOf(sent))).toBe("2026-02-09");
    }
  });

  test("more patients add their threads and keep those of the others", () => {
    const more = worldOf(withSpecialty({ patients: 2300 }, BUSY));
    const arrived = (world: World) => ({ ...world, threads: world.threads.filter(({ sent }) => sent > 0) });
    expectMore(arrived(more), arrived(base));
    const known = faces(base);
    const added = arrived(more).threads.filter((thread) => !known.has(face(thread)));
    for (const { patient } of added) expect(patient).toBeGreaterThanOrEqual(1000);
    // The backlog has a fixed size, so newcomers take over some of it, unchanged but for whose it is.
    const backlog = (world: World) =>
      world.threads
        .filter(({ sent }) => sent < 0)
        .map(({ patient: _patient, person: _person, ...rest }) => rest);
    expect(backlog(more)).toEqual(backlog(base));
  });

  test("a longer run keeps its earlier part", () => {
    const longer = worldOf({ ...BUSY, run: { ...BUSY.run, lengthDays: 200 } });
    expect(longer.threads.slice(0, base.threads.length)).toEqual(base.threads);
    expect(longer.work.slice(0, base.work.length)).toEqual(base.work);
    for (const [t, team] of base.people.entries()) {
      for (const [ordinal, person] of team.entries()) {
        const later = longer.people[t]![ordinal]!;
        expect(later.absent.slice(0, base.days)).toEqual(person.absent);
        expect(later.evening.slice(0, base.days)).toEqual(person.evening);
      }
    }
  });

  test("another physician moves one patient in n + 1, to the newcomer, and nothing else", () => {
    const [nurse, physician] = BUSY.teams;
    const more = worldOf({ ...BUSY, teams: [nurse!, { ...physician!, count: 4 }] });
    const strip = ({ person: _, ...rest }: Thread) => rest;
    expect(more.threads.map(strip)).toEqual(base.threads.map(strip));
    const physicians = (world: World) => new Map(world.threads.map((one) => [one.patient, one.person]));
    const before = physicians(base);
    const after = physicians(more);
    const moved = [...before].filter(([patient, person]) => after.get(patient) !== person);
    for (const [patient] of moved) expect(after.get(patient)).toBe(3);
    const share = moved.length / before.size;
    const bound = 4 * Math.sqrt((0.25 * 0.75) / before.size);
    expect(Math.abs(share - 0.25)).toBeLessThan(bound);
    expect(Math.abs(0.25 - 1 / 3)).toBeGreaterThan(bound / 2);
    expect(more.people[1]!.slice(0, 3)).toEqual(base.people[1]);
    expect(more.work.filter(({ person }) => person < 3).map(({ id: _, ...rest }) => rest)).toEqual(
      base.work.map(({ id: _, ...rest }) => rest),
    );
  });

  test("a team keeps its people's days when another team is put before it", () => {
    const [nurse, physician] = BUSY.teams;
    const clerks = { ...nurse!, name: "clerk", role: "clerk" } as const;
    const more = worldOf({
      ...withSpecialty({ otherWork: [] }, BUSY),
      teams: [clerks, nurse!, physician!],
    });
    expect(more.people.slice(1)).toEqual(base.people);
    expect(more.people[0]).not.toEqual(base.people[0]);
  });

  test("a date is as busy in a run that begins later", () => {
    const factor = { cv: 0.2, carryOver: 0.4 };
    const early = drawDayFactors(factor, 20_000, 100, 7, 3);
    expect(drawDayFactors(factor, 20_030, 100, 7, 3).slice(0, 70)).toEqual(early.slice(30));
  });
});
