import type { Team } from "./clinic.ts";

/** The team whose physicians look after a specialty's patients: the first that serves it and has anybody; −1 when there is none. */
export function physicianTeamOf(teams: readonly Team[], specialty: number): number {
  return teams.findIndex(
    ({ role, count, serves }) => role === "physician" && count >= 1 && serves.includes(specialty),
  );
}
