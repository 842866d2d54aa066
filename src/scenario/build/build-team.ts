import type { Team } from "../../model/index.ts";
import { MINUTES_PER_WEEK } from "../../units.ts";
import type { TeamDocument } from "../format/scenario-schema.ts";
import { distributionSpec } from "../quantities/distribution.ts";
import { readDuration } from "../quantities/duration.ts";
import { readMoney } from "../quantities/money.ts";
import { readDaysPerYear, readWeeksPerYear } from "../quantities/per-year.ts";
import { checked } from "../quantities/reading.ts";
import { buildHours, hoursOf } from "./build-hours.ts";
import { namesOf } from "./names-of.ts";

/**
 * A team; `specialtyNames` in the clinic's order, by which it finds whom it serves. People with hours of
 * their own come first, by name.
 */
export function buildTeam(name: string, written: TeamDocument, specialtyNames: readonly string[]): Team {
  const { role, count, serves, overrun, people, absence, endOfHours, costBasis } = written;
  const { amount, currency } = checked(readMoney(written.costPerHour));
  return {
    name,
    role,
    count,
    serves: [...new Set(serves)].map((specialty) => specialtyNames.indexOf(specialty)).sort((a, b) => a - b),
    ...buildHours(hoursOf(written)),
    people: namesOf(people).map((person) => ({
      name: person,
      ...buildHours(hoursOf(written, people[person])),
    })),
    ...(overrun === undefined ? {} : { overrun: distributionSpec(overrun) }),
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
