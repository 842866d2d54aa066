import type { Calendar } from "./calendar.ts";
import type { DayInterval, Team } from "./clinic.ts";
import { withoutIntervals } from "./day-intervals.ts";

/** A team with its weekly hours laid out over the days of a run; the same for every replication. */
export interface TeamPlan {
  readonly index: number;
  readonly team: Team;
  /** Whether every person has a line of their own: physicians. */
  readonly hasOwnLines: boolean;
  /** By day: hours for messages before overruns and absence, as `[from, to, from, to, …]` [min since start]. */
  readonly hours: readonly (readonly number[])[];
  /** By day: the ends of the clinic sessions [min since start]. */
  readonly sessionEnds: readonly (readonly number[])[];
}

export function planTeam(team: Team, index: number, calendar: Calendar, days: number): TeamPlan {
  const weekly = [0, 1, 2, 3, 4, 5, 6].map((weekday) => messageHours(team, weekday));
  const hours: number[][] = [];
  const sessionEnds: number[][] = [];
  for (let day = 0; day < days; day++) {
    const weekday = calendar.dayOfWeek(day);
    const closed = calendar.isClosed(day);
    const atLocal = (minute: number) => calendar.timeOf(day, minute);
    hours.push(closed ? [] : weekly[weekday]!.flatMap(({ from, to }) => [atLocal(from), atLocal(to)]));
    sessionEnds.push(closed ? [] : team.clinic[weekday]!.map(({ to }) => atLocal(to)));
  }
  return { index, team, hasOwnLines: team.role === "physician", hours, sessionEnds };
}

function messageHours(team: Team, weekday: number): readonly DayInterval[] {
  if (team.inbox !== undefined) return team.inbox[weekday]!;
  const withoutDuties = withoutIntervals(team.shifts[weekday]!, team.duties[weekday]!);
  return withoutIntervals(withoutDuties, team.clinic[weekday]!);
}
