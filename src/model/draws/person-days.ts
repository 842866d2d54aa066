import { type Distribution, deriveKey, type Key64, keyedUniform } from "../../random/index.ts";
import type { Calendar } from "../calendar.ts";
import type { Clinic, Team } from "../clinic.ts";
import { civilFromDays, dayNumber, weekdayOf } from "../local-date.ts";
import type { PersonDays } from "../world.ts";
import { drawVacation, sickChance, yearOfWeeks } from "./absence-draws.ts";
import { PURPOSE, worldKey } from "./purpose.ts";

const VACATION = 1;
const SICK = 2;
const NO_OVERRUN: readonly number[] = Object.freeze([]);

/** Whether a team has any hours on a weekday: in clinic, at the inbox or else. */
export function worksOn(team: Team, weekday: number): boolean {
  return [team.shifts, team.clinic, team.inbox].some((week) => (week?.[weekday]?.length ?? 0) > 0);
}

/** Dates on which a team works, among those of the weeks of a year. */
export function workDatesOf(team: Team, clinic: Clinic, year: number): number {
  const { firstMonday, weeks } = yearOfWeeks(year);
  const closed = new Set(clinic.calendar.closedDates.map(dayNumber));
  let count = 0;
  for (let date = firstMonday; date < firstMonday + weeks * 7; date += 1) {
    if (worksOn(team, weekdayOf(date)) && !closed.has(date)) count += 1;
  }
  return count;
}

/**
 * Absence, evenings and overruns of everybody, by team and ordinal, over the days of the run. Keyed by (team's name, ordinal,
 * date) and, for vacations, year: nobody's days depend on how many colleagues there are, or on when the run begins or ends.
 */
export function drawPeople(
  clinic: Clinic,
  calendar: Calendar,
  days: number,
  overruns: readonly (Distribution | undefined)[],
  seed: number,
  replication: number,
): PersonDays[][] {
  const firstDate = dayNumber(clinic.run.start);
  return clinic.teams.map((team, index) => {
    const key = worldKey(seed, replication, ["people", team.name]);
    const years = new Map<number, YearOfTeam>();
    return Array.from({ length: team.count }, (_, ordinal) => {
      const person = deriveKey(key, PURPOSE.vacationWeeks, ordinal);
      return {
        absent: drawAbsence(clinic, calendar, team, person, firstDate, days, years),
        evening: drawEvenings(team, person, firstDate, days),
        overrun: drawOverruns(calendar, team, overruns[index], person, firstDate, days),
      };
    });
  });
}

interface YearOfTeam {
  readonly firstMonday: number;
  readonly weeks: number;
  readonly sickChance: number;
}

function yearOfTeam(team: Team, clinic: Clinic, year: number): YearOfTeam {
  const { firstMonday, weeks } = yearOfWeeks(year);
  const chance = sickChance(team.absence, workDatesOf(team, clinic, year), weeks);
  return { firstMonday, weeks, sickChance: chance };
}

function drawAbsence(
  clinic: Clinic,
  calendar: Calendar,
  team: Team,
  person: Key64,
  firstDate: number,
  days: number,
  years: Map<number, YearOfTeam>,
): Uint8Array {
  const absent = new Uint8Array(days);
  if (team.absence.vacationWeeks === 0 && team.absence.sickDays === 0) return absent;
  let year = Number.NaN;
  let facts: YearOfTeam | undefined;
  let vacation: Uint8Array = new Uint8Array(0);
  for (let day = 0; day < days; day += 1) {
    const date = firstDate + day;
    const monday = date - weekdayOf(date);
    const itsYear = civilFromDays(monday).year;
    if (facts === undefined || itsYear !== year) {
      year = itsYear;
      facts = years.get(year) ?? yearOfTeam(team, clinic, year);
      years.set(year, facts);
      vacation = drawVacation(person, year, facts.weeks, team.absence);
    }
    if (vacation[(monday - facts.firstMonday) / 7] === 1) absent[day] = VACATION;
    else if (calendar.isClosed(day) || !worksOn(team, weekdayOf(date))) continue;
    else if (keyedUniform(person, PURPOSE.sick, date) < facts.sickChance) absent[day] = SICK;
  }
  return absent;
}

function drawEvenings(team: Team, person: Key64, firstDate: number, days: number): Uint8Array {
  const evening = new Uint8Array(days);
  if (team.evenings === undefined) return evening;
  for (let day = 0; day < days; day += 1) {
    const date = firstDate + day;
    if (!team.evenings.days[weekdayOf(date)]) continue;
    if (keyedUniform(person, PURPOSE.evening, date) < team.evenings.probability) evening[day] = 1;
  }
  return evening;
}

function drawOverruns(
  calendar: Calendar,
  team: Team,
  minutes: Distribution | undefined,
  person: Key64,
  firstDate: number,
  days: number,
): (readonly number[])[] {
  if (minutes === undefined) return new Array(days).fill(NO_OVERRUN);
  return Array.from({ length: days }, (_, day) => {
    const date = firstDate + day;
    const sessions = calendar.isClosed(day) ? [] : team.clinic[weekdayOf(date)]!;
    if (sessions.length === 0) return NO_OVERRUN;
    const today = deriveKey(person, PURPOSE.overrun, date);
    return sessions.map((_, session) => minutes.quantile(keyedUniform(today, PURPOSE.overrun, session)));
  });
}
