import type { Calendar } from "./calendar.ts";
import type { DayInterval, Team, WorkHours } from "./clinic.ts";
import { withoutIntervals } from "./day-intervals.ts";
import { hoursOfPerson } from "./work-hours.ts";

/** A team with everybody's hours laid out over the days of a run; the same for every replication. */
export interface TeamPlan {
  readonly index: number;
  readonly team: Team;
  /** Whether every person has a line of their own: physicians. */
  readonly hasOwnLines: boolean;
  /** By ordinal; people with the same hours share one plan. */
  readonly people: readonly PersonPlan[];
  /** In order of days; `day` is the local day of the run on which the patients are handed over. */
  readonly handovers: readonly { readonly day: number; readonly from: number; readonly to: number }[];
}

/** One person's hours by day of the run, before absence. */
export interface PersonPlan {
  readonly work: WorkHours;
  /** By day: hours for messages before overruns, as `[from, to, from, to, …]` [min since start]. */
  readonly hours: readonly (readonly number[])[];
  /** By day: the ends of the clinic sessions [min since start]. */
  readonly sessionEnds: readonly (readonly number[])[];
}

export function planTeam(team: Team, index: number, calendar: Calendar, days: number): TeamPlan {
  const plans = new Map<WorkHours, PersonPlan>();
  const people = Array.from({ length: team.count }, (_, ordinal) => {
    const work = hoursOfPerson(team, ordinal);
    const plan = plans.get(work) ?? planPerson(work, calendar, days);
    plans.set(work, plan);
    return plan;
  });
  const handovers = team.handovers.map(({ date, from, to }) => ({ day: calendar.dayOfDate(date), from, to }));
  return { index, team, hasOwnLines: team.role === "physician", people, handovers };
}

function planPerson(work: WorkHours, calendar: Calendar, days: number): PersonPlan {
  const weekly = [0, 1, 2, 3, 4, 5, 6].map((weekday) => messageHours(work, weekday));
  const dated = work.datedDuties.map(({ from, to, hours }) => ({
    first: calendar.dayOfDate(from),
    last: calendar.dayOfDate(to),
    hours,
  }));
  const hours: number[][] = [];
  const sessionEnds: number[][] = [];
  for (let day = 0; day < days; day++) {
    const weekday = calendar.dayOfWeek(day);
    const closed = calendar.isClosed(day);
    const atLocal = (minute: number) => calendar.timeOf(day, minute);
    let left = closed ? [] : weekly[weekday]!;
    for (const duty of dated) {
      if (duty.first <= day && day <= duty.last) left = withoutIntervals(left, duty.hours);
    }
    hours.push(left.flatMap(({ from, to }) => [atLocal(from), atLocal(to)]));
    sessionEnds.push(closed ? [] : work.clinic[weekday]!.map(({ to }) => atLocal(to)));
  }
  return { work, hours, sessionEnds };
}

/** Hours for messages on a weekday without dated duties: a duty goes before an inbox block too. */
function messageHours({ shifts, duties, clinic, inbox }: WorkHours, weekday: number): readonly DayInterval[] {
  const blocks = inbox?.[weekday] ?? withoutIntervals(shifts[weekday]!, clinic[weekday]!);
  return withoutIntervals(blocks, duties[weekday]!);
}
