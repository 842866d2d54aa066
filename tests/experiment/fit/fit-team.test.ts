import { describe, expect, test } from "vitest";
import { fitAbsence } from "../../../src/experiment/fit/fit-absence.ts";
import { fitEvenings } from "../../../src/experiment/fit/fit-evenings.ts";
import type { OwnMessages } from "../../../src/experiment/fit/own-messages.ts";
import type { Act, Person } from "../../../src/experiment/fit/staff-acts.ts";
import { averageOnRolls, timeOnRolls } from "../../../src/experiment/fit/time-on-rolls.ts";
import { Calendar } from "../../../src/model/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";

const DAY = 1440;
const DAYS = 364;
const MORNING = 9 * 60;
const EVENING = 20 * 60;
const calendar = new Calendar({ ...CLINIC.calendar, timeZone: "UTC" }, "2026-01-05", DAYS, []);
const span = { from: 0, to: DAYS };
const days = Array.from({ length: DAYS }, (_, day) => day);
const open = (weekday: number, minute: number) => weekday < 5 && minute >= 7 * 60 && minute < 18 * 60;

function person(staff: number, at: readonly number[]): Person {
  const byDay = new Float64Array(DAYS);
  for (const time of at) byDay[Math.floor(time / DAY)]! += 1;
  const acts = at.map(
    (time): Act => ({ at: time, read: Number.NaN, begun: Number.NaN, specialty: 0, topic: 0, replies: true }),
  );
  return { staff, role: 6, acts, byDay, total: at.length, bySpecialty: Float64Array.of(at.length) };
}

/** Messages that each wait from the midnight before until somebody answers them. */
function waiting(team: readonly Person[]): OwnMessages {
  const acts = team.flatMap(({ staff, acts: mine }) => mine.map(({ at }) => ({ staff, at })));
  const times = Float64Array.from(acts, ({ at }) => at);
  return {
    count: acts.length,
    staff: Int16Array.from(acts, ({ staff }) => staff),
    sent: times.map((time) => Math.floor(time / DAY) * DAY),
    read: times.map(() => Number.NaN),
    replied: times,
    closed: times,
  } as unknown as OwnMessages;
}

describe("evenings", () => {
  const evenings = days
    .filter((day) => [0, 1, 2, 3, 6].includes(day % 7))
    .map((day) => day * DAY + EVENING + 10);
  const saturdays = days.filter((day) => day % 7 === 5).map((day) => day * DAY + MORNING + 5);
  const fitted = (at: readonly number[]) => {
    const team = [
      person(
        0,
        [...at].sort((a, b) => a - b),
      ),
    ];
    return fitEvenings(team, waiting(team), calendar, ({ at: time }) => time, open, [new Set()]);
  };

  test("of the week begin when they do though every Saturday morning is worked, which stands apart", () => {
    const [usual, saturday, ...more] = fitted([...evenings, ...saturdays]);
    expect([usual!.days, usual!.from]).toEqual([[0, 1, 2, 3, 6], EVENING]);
    expect([saturday!.days, saturday!.from]).toEqual([[5], MORNING]);
    expect([usual!.probability.estimate, saturday!.probability.estimate, more]).toEqual([1, 1, []]);
  });

  test("of a Sunday that are like the others are of one habit", () => {
    expect(fitted(evenings).map(({ days: of, from }) => [of, from])).toEqual([[[0, 1, 2, 3, 6], EVENING]]);
  });

  test("are none of fewer than 20 pieces of work", () => {
    expect(fitted(evenings.slice(0, 19))).toEqual([]);
  });
});

describe("who joins or leaves", () => {
  const business = days.filter((day) => day % 7 < 5);
  const onDays = (of: readonly number[], staff: number) =>
    person(
      staff,
      of.flatMap((day) => Array.from({ length: 8 }, (_, k) => day * DAY + MORNING + 20 * k)),
    );
  const leaver = onDays(
    business.filter((day) => day < 182),
    0,
  );
  const joiner = onDays(
    business.filter((day) => day >= 182),
    1,
  );
  const stayer = onDays(
    business.filter((day) => !(day >= 210 && day < 224)),
    2,
  );

  test("is on the rolls from the first act to the last, and is not away before or after", () => {
    const team = [leaver, joiner, stayer];
    const rolls = timeOnRolls(team, span);
    expect(rolls.map(({ from, to }) => [from, to])).toEqual([
      [0, 180],
      [182, DAYS],
      [0, DAYS],
    ]);
    expect(averageOnRolls(rolls, span)).toBeCloseTo(2, 1);
    const { vacationWeeks, away } = fitAbsence(team, calendar, span, rolls);
    expect(away.map(({ size }) => size)).toEqual([0, 0, 10]);
    expect(vacationWeeks.estimate).toBeCloseTo(2 / 1.99, 1);
    // Were they of the team throughout, half a year each would be absence.
    const throughout = team.map(() => span);
    expect(fitAbsence(team, calendar, span, throughout).vacationWeeks.estimate).toBeGreaterThan(15);
  });

  test("is not somebody who is only away at the beginning or the end", () => {
    const away = onDays(
      business.filter((day) => day >= 14 && day < DAYS - 21),
      0,
    );
    expect(timeOnRolls([away], span)).toEqual([span]);
  });
});
