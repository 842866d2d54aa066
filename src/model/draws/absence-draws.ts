import { deriveKey, type Key64, keyedUniform } from "../../random/index.ts";
import type { Absence, NamedPerson } from "../clinic.ts";
import { daysFromCivil, weekdayOf } from "../local-date.ts";
import { PURPOSE } from "./purpose.ts";

const DAYS_PER_WEEK = 7;

/** How much somebody is away. */
export interface Leave extends Pick<Absence, "vacationWeeks" | "vacationStretch" | "sickDays"> {
  /** Only of those with leave of their own. */
  readonly away?: NamedPerson["away"];
}

/** The weeks, Monday to Sunday, whose Monday lies in a calendar year. */
export interface YearOfWeeks {
  /** Its first Monday, in days from 1970. */
  readonly firstMonday: number;
  /** 52 or 53 */
  readonly weeks: number;
}

export function yearOfWeeks(year: number): YearOfWeeks {
  const firstMonday = firstMondayFrom(daysFromCivil({ year, month: 0, day: 1 }));
  const next = firstMondayFrom(daysFromCivil({ year: year + 1, month: 0, day: 1 }));
  return { firstMonday, weeks: (next - firstMonday) / DAYS_PER_WEEK };
}

function firstMondayFrom(date: number): number {
  return date + ((DAYS_PER_WEEK - weekdayOf(date)) % DAYS_PER_WEEK);
}

/**
 * One person's vacation in one year: a flag per week. As many stretches as fit, and a shorter one for what is left over, lie
 * anywhere without overlap, every arrangement alike; part of a week is a whole week with that chance, so that the mean is
 * right. `key` belongs to the person.
 */
export function drawVacation(key: Key64, year: number, weeks: number, leave: Leave): Uint8Array {
  const away = new Uint8Array(weeks);
  const own = deriveKey(key, PURPOSE.vacationWeeks, year);
  const whole = Math.floor(leave.vacationWeeks);
  const part = keyedUniform(own, PURPOSE.vacationWeeks, 0) < leave.vacationWeeks - whole ? 1 : 0;
  const total = Math.min(weeks, whole + part);
  const stretch = Math.max(1, Math.round(leave.vacationStretch));
  const count = Math.ceil(total / stretch);
  const last = total - (count - 1) * stretch;
  const shorter = Math.floor(count * keyedUniform(own, PURPOSE.vacationOrder, 0));
  // The free weeks and the stretches stand in a row: every choice of the stretches' places is as likely as any other.
  let left = count;
  let week = 0;
  for (let place = weeks - total + count; left > 0; place -= 1) {
    if (keyedUniform(own, PURPOSE.vacationPlace, place) * place >= left) {
      week += 1;
      continue;
    }
    left -= 1;
    const length = left === shorter ? last : stretch;
    away.fill(1, week, week + length);
    week += length;
  }
  return away;
}

/**
 * Chance to be sick on a date of work that is not vacation, such that the year has `sickDays` in the mean; at most 1.
 * `workDates` is the number of dates in the year on which the team works.
 */
export function sickChance({ sickDays, vacationWeeks }: Leave, workDates: number, weeks: number): number {
  const present = workDates * (1 - Math.min(1, vacationWeeks / weeks));
  return present > 0 ? Math.min(1, sickDays / present) : 0;
}
