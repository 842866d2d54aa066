import fc from "fast-check";
import type { Clinic, ClockChange, PortalOutage, World } from "../../src/model/index.ts";
import { Dice } from "./random-dice.ts";
import { everyDay, randomDates, randomWeek } from "./random-hours.ts";
import { randomPolicies } from "./random-policies.ts";
import { randomPromises, randomSpecialty } from "./random-specialty.ts";
import { type Pace, randomTeams, withNamedPeople } from "./random-teams.ts";
import { randomPersonDays, randomThread, randomWork } from "./random-world.ts";

/** A clinic and a world for it, small enough to be walked through minute by minute. */
export interface ClinicCase {
  readonly clinic: Clinic;
  readonly clockChanges: readonly ClockChange[];
  readonly world: World;
}

/** Each thread, work item and person is drawn from the seed by itself, so that smaller sizes keep those that are left. */
export interface CaseSize {
  readonly seed: number;
  readonly days: number;
  readonly threads: number;
  readonly work: number;
}

/** Random small clinics that shrink to few days, threads and work items. */
export const caseSizes: fc.Arbitrary<CaseSize> = fc.record({
  seed: fc.nat({ max: 1e9 }),
  days: fc.integer({ min: 1, max: 5 }),
  threads: fc.integer({ min: 0, max: 30 }),
  work: fc.integer({ min: 0, max: 30 }),
});

const STARTS: readonly { readonly start: string; readonly clockChanges: readonly ClockChange[] }[] = [
  { start: "2026-01-05", clockChanges: [] },
  { start: "2026-12-30", clockChanges: [] },
  { start: "2026-03-07", clockChanges: [{ at: 1440 + 120, jump: 60 }] },
  { start: "2026-03-08", clockChanges: [{ at: 120, jump: 60 }] },
  { start: "2026-10-31", clockChanges: [{ at: 1440 + 120, jump: -60 }] },
  { start: "2026-11-01", clockChanges: [{ at: 120, jump: -60 }] },
  { start: "2026-04-24", clockChanges: [{ at: 1440, jump: 60 }] },
  { start: "2026-10-30", clockChanges: [{ at: 600, jump: -60 }] },
];

/** A random small clinic: whole minutes everywhere, many things at the same moment, every rule of the model in play. */
export function randomClinic({ seed, days, threads, work }: CaseSize): ClinicCase {
  const dice = new Dice(seed, 0);
  const varied = dice.chance(0.4);
  const pace = { varied, grain: varied ? 2 : 1 };
  const { start, clockChanges } = dice.pick(STARTS);
  const plain = clinicFrom(dice, { seed, days, start, pace });
  const outages = randomOutages(new Dice(seed, 5000), start, days, clockChanges.length > 0);
  const clinic = { ...plain, calendar: { ...plain.calendar, outages } };
  const minutes = days * 1440;
  const firstWeekday = (new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7;
  return {
    clinic,
    clockChanges,
    world: {
      days,
      threads: inOrder(
        Array.from({ length: threads }, (_, i) =>
          randomThread(new Dice(seed, 1000 + i), clinic, minutes, pace.grain),
        ),
        ({ sent }) => sent,
      ),
      work: inOrder(
        Array.from({ length: work }, (_, i) =>
          randomWork(new Dice(seed, 2000 + i), clinic, minutes, pace.grain),
        ).flat(),
        ({ at }) => at,
      ),
      people: clinic.teams.map((team, t) =>
        Array.from({ length: team.count }, (_, k) =>
          randomPersonDays(
            new Dice(seed, 3000 + 100 * t + k),
            firstWeekday,
            team,
            team.people[k] ?? team,
            days,
          ),
        ),
      ),
    },
  };
}

interface Frame {
  readonly seed: number;
  readonly days: number;
  readonly start: string;
  readonly pace: Pace;
}

function clinicFrom(dice: Dice, { seed, days, start, pace }: Frame): Clinic {
  const specialtyCount = dice.chance(0.3) ? 2 : 1;
  const teams = randomTeams(dice, specialtyCount, pace).map((team, t) =>
    withNamedPeople(new Dice(seed, 4000 + t), team, pace, start, days),
  );
  const warmUpDays = dice.whole(0, days - 1);
  const lengthDays = dice.whole(1, days - warmUpDays);
  const runOutDays = days - warmUpDays - lengthDays;
  return {
    name: `random clinic ${seed}`,
    calendar: {
      timeZone: "Etc/Random",
      closedDates: randomDates(dice, start, days),
      open: dice.chance(0.2) ? everyDay([{ from: 0, to: 1440 }]) : randomWeek(dice, 0.8),
      patientSleep: dice.pick([
        { from: 1320, to: 420 },
        { from: 60, to: 480 },
        { from: 0, to: 0 },
      ]),
    },
    run: { start, warmUpDays, lengthDays, runOutDays, seed: 1, replications: 1 },
    specialties: Array.from({ length: specialtyCount }, (_, s) => randomSpecialty(dice, s, teams)),
    teams,
    policies: randomPolicies(dice),
    promises: randomPromises(dice),
  };
}

/**
 * None, one or two that do not touch. What is held back is sent at whole minutes: at once, at its own pace or at half of it; at once, where
 * a clock change might make an outage longer than it looks.
 */
function randomOutages(dice: Dice, start: string, days: number, clockChanges: boolean): PortalOutage[] {
  const outages: PortalOutage[] = [];
  for (let day = 0; day < days; day += dice.whole(2, 4)) {
    if (dice.chance(0.4)) continue;
    const from = 60 * dice.whole(6, 14);
    const length = 60 * dice.pick([1, 4, 9]);
    const date = new Date(Date.parse(`${start}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
    const rebound = clockChanges ? 0 : length * dice.pick([0, 1, 2]);
    outages.push({ from: { date, minute: from }, to: { date, minute: from + length }, rebound });
  }
  return outages;
}

function inOrder<T extends { readonly id: number }>(items: readonly T[], time: (item: T) => number): T[] {
  const sorted = [...items].sort((a, b) => time(a) - time(b));
  return sorted.map((item, id) => ({ ...item, id }));
}
