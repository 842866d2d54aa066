import type { Team, WeeklyHours } from "../../model/index.ts";
import { MINUTES_PER_WEEK } from "../../units.ts";
import type { TeamDocument } from "../format/scenario-schema.ts";
import { readClock } from "../hours/clock-time.ts";
import { readWeekdays } from "../hours/week-days.ts";
import { mergeHours, readHours } from "../hours/weekly-hours.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { readMoney } from "../quantities/money.ts";
import { readDaysPerYear, readWeeksPerYear } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";

/** A team; `specialtyNames` in the clinic's order, by which it finds whom it serves. */
export function buildTeam(name: string, written: TeamDocument, specialtyNames: readonly string[]): Team {
  const { role, count, serves, inbox, overrun, evenings, absence, endOfHours, costBasis } = written;
  const { amount, currency } = checked(readMoney(written.costPerHour));
  return {
    name,
    role,
    count,
    serves: [...new Set(serves)].map((specialty) => specialtyNames.indexOf(specialty)).sort((a, b) => a - b),
    shifts: weekly(written.shifts),
    duties: weekly(written.duties),
    clinic: weekly(written.clinic),
    ...(inbox === undefined ? {} : { inbox: weekly(inbox) }),
    ...(overrun === undefined ? {} : { overrun: distributionSpec(overrun) }),
    ...(evenings === undefined
      ? {}
      : {
          evenings: {
            days: checked(readWeekdays(evenings.days)),
            from: checked(readClock(evenings.from)),
            upTo: checked(readDuration(evenings.upTo)),
            probability: evenings.probability,
          },
        }),
    absence: {
      vacationWeeks: checked(readWeeksPerYear(absence.vacation)),
      vacationStretch: checked(readDuration(absence.vacationStretch)) / MINUTES_PER_WEEK,
      sickDays: checked(readDaysPerYear(absence.sick)),
      cover: absence.cover,
    },
    endOfHours,
    reRead: checked(readDuration(written.reRead)),
    costPerHour: amount,
    currency,
    costBasis,
    fullTime: checked(readDuration(written.fullTime)),
  };
}

/** A list of weekly hours as one. */
export function weekly(list: readonly string[]): WeeklyHours {
  return mergeHours(list.map((text) => checked(readHours(text))));
}
