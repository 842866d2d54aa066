import type { NamedPerson, Team } from "../../src/model/index.ts";

/** Somebody of a team by name, with the hours, leave and speed of everybody else unless told otherwise. */
export function named(team: Team, name: string, changes: Partial<NamedPerson> = {}): NamedPerson {
  const { shifts, duties, datedDuties, clinic, inbox, evenings, speed, absence } = team;
  const { vacationWeeks, vacationStretch, sickDays } = absence;
  return {
    name,
    shifts,
    duties,
    datedDuties,
    clinic,
    ...(inbox === undefined ? {} : { inbox }),
    evenings,
    panelShare: 1,
    speed,
    vacationWeeks,
    vacationStretch,
    sickDays,
    away: [],
    ...changes,
  };
}
