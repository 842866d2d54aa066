import type { Team, WorkHours } from "./clinic.ts";

/** The hours of one person of a team: those of the person's own, else the team's; the same object for all who share them. */
export function hoursOfPerson(team: Team, ordinal: number): WorkHours {
  return team.people[ordinal] ?? team;
}

/** Whether there are any hours on a weekday: in clinic, at the inbox or else. */
export function worksOn({ shifts, clinic, inbox }: WorkHours, weekday: number): boolean {
  return [shifts, clinic, inbox].some((week) => (week?.[weekday]?.length ?? 0) > 0);
}
