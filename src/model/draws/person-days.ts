import { type Distribution, deriveKey, type Key64, keyedUniform } from "../../random/index.ts";
import type { Calendar } from "../calendar.ts";
import type { Clinic, Team, WorkHours } from "../clinic.ts";
import { civilFromDays, dayNumber, weekdayOf } from "../local-date.ts";
import { hoursOfPerson, worksOn } from "../work-hours.ts";
import type { PersonDays } from "../world.ts";
import { drawVacation, type Leave, sickChance, yearOfWeeks } from "./absence-draws.ts";
import { PURPOSE, worldKey } from "./purpose.ts";

const VACATION = 1;
const SICK = 2;
const NO_OVERRUN: readonly number[] = Object.freeze([]);

/** Dates on which there are such hours, among those of the weeks of a year. */
export function workDatesOf(work: WorkHours, clinic: Clinic, year: number): number {
  const { firstMonday, weeks } = yearOfWeeks(year);
  const closed = new Set(clinic.calendar.closedDates.map(dayNumber));
  let count = 0;
  for (let date = firstMonday; date < firstMonday + weeks * 7; date += 1) {
    if (worksOn(work, weekdayOf(date)) && !closed.has(date)) count += 1;
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
    const known = new Map<WorkHours, Map<number, YearOfWork>>();
    return Array.from({ length: team.count }, (_, ordinal) => {
      const person = deriveKey(key, PURPOSE.vacationWeeks, ordinal);
      const work = hoursOfPerson(team, ordinal);
      const years = known.get(work) ?? new Map<number, YearOfWork>();
      known.set(work, years);
      return {
        absent: drawAbsence(clinic, calendar, leaveOf(team, ordinal), work, person, firstDate, days, years),
        evening: drawEvenings(work, person, firstDate, days),
        overrun: drawOverruns(calendar, work, overruns[index], person, firstDate, days),
      };
    });
  });
}

interface YearOfWork {
  readonly firstMonday: number;
  readonly weeks: number;
  readonly sickChance: number;
}

/** Leave of a person of a team: the person's own, else the team's. */
export function leaveOf({ people, absence }: Team, ordinal: number): Leave {
  return people[ordinal] ?? absence;
}

function yearOfWork(leave: Leave, work: WorkHours, clinic: Clinic, year: number): YearOfWork {
  const { firstMonday, weeks } = yearOfWeeks(year);
  const chance = sickChance(leave, workDatesOf(work, clinic, year), weeks);
  return { firstMonday, weeks, sickChance: chance };
}

function drawAbsence(
  clinic: Clinic,
  calendar: Calendar,
  leave: Leave,
  work: WorkHours,
  person: Key64,
  firstDate: number,
  days: number,
  years: Map<number, YearOfWork>,
): Uint8Array {
  const absent = new Uint8Array(days);
  const { vacationWeeks, sickDays, away = [] } = leave;
  if (vacationWeeks === 0 && sickDays === 0 && away.length === 0) return absent;
  const dated = away.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  const isAway = (date: number) => dated.some(({ from, to }) => from <= date && date <= to);
  let year = Number.NaN;
  let facts: YearOfWork | undefined;
  let vacation: Uint8Array = new Uint8Array(0);
  for (let day = 0; day < days; day += 1) {
    const date = firstDate + day;
    const monday = date - weekdayOf(date);
    const itsYear = civilFromDays(monday).year;
    if (facts === undefined || itsYear !== year) {
      year = itsYear;
      facts = years.get(year) ?? yearOfWork(leave, work, clinic, year);
      years.set(year, facts);
      vacation = drawVacation(person, year, facts.weeks, leave);
    }
    if (vacation[(monday - facts.firstMonday) / 7] === 1 || isAway(date)) absent[day] = VACATION;
    else if (calendar.isClosed(day) || !worksOn(work, weekdayOf(date))) continue;
    else if (keyedUniform(person, PURPOSE.sick, date) < facts.sickChance) absent[day] = SICK;
  }
  return absent;
}

/** Of the habits of a weekday at most one comes true: a number falls on one of them, or on none. */
function drawEvenings({ evenings }: WorkHours, person: Key64, firstDate: number, days: number): Uint8Array {
  const evening = new Uint8Array(days);
  if (evenings.length === 0) return evening;
  for (let day = 0; day < days; day += 1) {
    const date = firstDate + day;
    const weekday = weekdayOf(date);
    if (!evenings.some((habit) => habit.days[weekday])) continue;
    const u = keyedUniform(person, PURPOSE.evening, date);
    let sum = 0;
    for (let habit = 0; habit < evenings.length && evening[day] === 0; habit += 1) {
      if (!evenings[habit]!.days[weekday]) continue;
      sum += evenings[habit]!.probability;
      if (u < sum) evening[day] = habit + 1;
    }
  }
  return evening;
}

function drawOverruns(
  calendar: Calendar,
  { clinic }: WorkHours,
  minutes: Distribution | undefined,
  person: Key64,
  firstDate: number,
  days: number,
): (readonly number[])[] {
  if (minutes === undefined) return new Array(days).fill(NO_OVERRUN);
  return Array.from({ length: days }, (_, day) => {
    const date = firstDate + day;
    const sessions = calendar.isClosed(day) ? [] : clinic[weekdayOf(date)]!;
    if (sessions.length === 0) return NO_OVERRUN;
    const today = deriveKey(person, PURPOSE.overrun, date);
    return sessions.map((_, session) => minutes.quantile(keyedUniform(today, PURPOSE.overrun, session)));
  });
}
