import type {
  Clinic,
  Displaced,
  PersonDays,
  Round,
  SpecialtyPolicies,
  Team,
  Thread,
  WorkHours,
  WorkItem,
} from "../../src/model/index.ts";
import type { Dice } from "./random-dice.ts";

const nan = Number.NaN;

export function randomThread(dice: Dice, clinic: Clinic, minutes: number, grain: number): Thread {
  const specialty = dice.whole(0, clinic.specialties.length - 1);
  const teams = clinic.teams.flatMap(({ role, count }, index) =>
    role === "physician" && count > 0 ? [index] : [],
  );
  const team = teams.length === 0 || dice.chance(0.05) ? -1 : dice.pick(teams);
  const roundCount = dice.pick([1, 1, 2, 3]);
  return {
    id: 0,
    specialty,
    // Few, so that caps are reached.
    patient: dice.whole(0, 7),
    topic: dice.whole(0, 1),
    urgent: dice.chance(0.2),
    flagged: dice.chance(0.4),
    seenUrgent: dice.chance(0.4),
    team,
    person: team < 0 ? -1 : dice.whole(0, clinic.teams[team]!.count - 1),
    sent: dice.chance(0.15) ? -dice.whole(1, 600) : dice.minuteOf(minutes),
    rounds: Array.from({ length: roundCount }, (_, round) =>
      randomRound(
        dice,
        { ...clinic.policies, ...clinic.specialties[specialty]!.policies },
        grain,
        round === 0,
        round + 1 < roundCount || dice.chance(0.2),
      ),
    ),
  };
}

function randomRound(
  dice: Dice,
  { frontDoor, conversion }: SpecialtyPolicies,
  grain: number,
  isFirst: boolean,
  goesOn: boolean,
): Round {
  const fee = frontDoor.findIndex(({ type }) => type === "fee");
  const hasLinks = frontDoor.some(({ type }) => type === "links");
  const instead = (): Displaced => dice.pick(["nothing", "call", "call", "visit"] as const);
  return {
    needsReply: dice.chance(isFirst ? 0.95 : 0.75),
    lowestRole: dice.pick([0, 1, 2, 2, 2, 3, 4, 5, 6, 6, 6]),
    asks: dice.chance(0.4),
    bounces: dice.chance(0.2),
    unsuitable: dice.chance(0.07),
    answerDelay: dice.maybe(0.25, 0, 1, 30, 120, 400),
    sortedTo: dice.chance(0.25) ? dice.whole(0, 6) : -1,
    needsVisit: dice.chance(0.3),
    bookingMinutes: conversion.type === "to-visit" && dice.chance(0.15) ? grain * dice.pick([0, 1, 3]) : nan,
    linkMinutes: hasLinks && dice.chance(0.15) ? grain * dice.pick([0, 1, 2, 5]) : nan,
    turnedAwayBy: fee >= 0 && dice.chance(0.15) ? fee : -1,
    displacedTo: instead(),
    cappedTo: instead(),
    coSigned: dice.chance(0.6),
    triage: grain * dice.handling(),
    clerk: grain * dice.handling(),
    nurse: grain * dice.handling(),
    // Savings and effort leave whole minutes of it.
    physician: 4 * grain * dice.pick([0, 1, 1, 2, 3, 5, 15]),
    prepare: grain * dice.pick([0, 0, 1, 2]),
    callMinutes: grain * dice.handling(),
    callPatience: dice.maybe(0.7, 0, 1, 5, 15, 60, 600),
    followUpDelay: goesOn ? dice.pick([0, 1, 15, 30, 60, 300, 700]) : nan,
    chaserDelay: dice.maybe(0.4, 0, 1, 30, 60, 120, 300, 600),
    duplicates: dice.chance(0.5),
    callDelay: dice.maybe(0.6, 0, 1, 30, 60, 240),
    emergencyDelay: dice.maybe(0.15, 0, 1, 60, 300, 1440),
  };
}

/** Sometimes several at once; none where its team has nobody. */
export function randomWork(dice: Dice, clinic: Clinic, minutes: number, grain: number): WorkItem[] {
  const specialty = dice.whole(0, clinic.specialties.length - 1);
  const source = dice.whole(0, 3);
  const { team, perPerson, interrupts } = clinic.specialties[specialty]!.otherWork[source]!;
  const { count } = clinic.teams[team]!;
  const at = dice.minuteOf(minutes);
  return Array.from({ length: dice.chance(0.15) ? 3 : 1 }, () => ({
    id: 0,
    specialty,
    source,
    team,
    person: perPerson && count > 0 ? dice.whole(0, count - 1) : -1,
    at,
    minutes: grain * dice.handling(),
    patience: interrupts && dice.chance(0.8) ? dice.pick([0, 1, 5, 15, 30, 600]) : nan,
  }));
}

export function randomPersonDays(
  dice: Dice,
  firstWeekday: number,
  team: Team,
  work: WorkHours,
  days: number,
): PersonDays {
  const absentDays = dice.chance(0.5) ? 0.4 : 0;
  const weekdays = Array.from({ length: days }, (_, day) => (firstWeekday + day) % 7);
  return {
    absent: Uint8Array.from(weekdays, () => (dice.chance(absentDays) ? dice.whole(1, 2) : 0)),
    evening: Uint8Array.from(weekdays, (weekday) => {
      const habits = work.evenings.flatMap(({ days: on }, i) => (on[weekday] ? [i + 1] : []));
      return dice.chance(0.6) && habits.length > 0 ? dice.pick(habits) : 0;
    }),
    overrun: weekdays.map((weekday) =>
      work.clinic[weekday]!.map(() => (team.overrun === undefined ? 0 : dice.pick([0, 0, 10, 30, 90, 300]))),
    ),
  };
}
