import type { Distribution } from "../../random/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import type { Team, WorkHours } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { type Leave, sickChance, yearOfWeeks } from "../draws/absence-draws.ts";
import { leaveOf, workDatesOf } from "../draws/person-days.ts";
import { worldPlanOf } from "../draws/world-plan.ts";
import type { PersonPlan } from "../team-plan.ts";
import { worksOn } from "../work-hours.ts";

/** Expected minutes of one person by day of the run. */
interface PersonMinutes {
  /** Within hours, absence and overruns taken out. */
  readonly hours: Float64Array;
  /** In evenings used to their cap. */
  readonly evenings: Float64Array;
  /** Both, on days on which the person is not away. */
  readonly ifThere: Float64Array;
}

/** People of a team with the same hours, leave and speed. */
interface HoursGroup extends PersonMinutes {
  readonly count: number;
  /** Work done in a minute. */
  readonly speed: number;
}

/** Expected minutes by day of the run; those of the whole team. */
export interface ExpectedHours {
  readonly hours: Float64Array;
  readonly evenings: Float64Array;
  /** [min of work] What can be done in both. */
  readonly capacity: Float64Array;
  /** [min of work] What one person can do who is there, evenings included, in the mean over people. */
  readonly ofOne: Float64Array;
  readonly groups: readonly HoursGroup[];
  /** By ordinal: one of the groups. */
  readonly people: readonly HoursGroup[];
}

export function expectedHours(model: Model, index: number): ExpectedHours {
  const { days } = model;
  const { team, people } = model.teams[index]!;
  // Whoever has hours of one's own has leave and speed of one's own as well, and nobody else has any.
  const counts = new Map<PersonPlan, number>();
  for (const plan of people) counts.set(plan, (counts.get(plan) ?? 0) + 1);
  const groups = new Map(
    [...counts].map(([plan, count]) => {
      const ordinal = people.indexOf(plan);
      const speed = team.people[ordinal]?.speed ?? team.speed;
      return [plan, { count, speed, ...personMinutes(model, index, ordinal) }] as const;
    }),
  );
  const hours = new Float64Array(days);
  const evenings = new Float64Array(days);
  const capacity = new Float64Array(days);
  const ofOne = new Float64Array(days);
  for (const group of groups.values()) {
    for (let day = 0; day < days; day += 1) {
      hours[day]! += group.count * group.hours[day]!;
      evenings[day]! += group.count * group.evenings[day]!;
      capacity[day]! += group.count * group.speed * (group.hours[day]! + group.evenings[day]!);
      ofOne[day]! += (group.count / people.length) * group.speed * group.ifThere[day]!;
    }
  }
  return {
    hours,
    evenings,
    capacity,
    ofOne,
    groups: [...groups.values()],
    people: people.map((plan) => groups.get(plan)!),
  };
}

function personMinutes(model: Model, index: number, ordinal: number): PersonMinutes {
  const { calendar, days } = model;
  const { team, people } = model.teams[index]!;
  const plan = people[ordinal]!;
  const overrun = worldPlanOf(model).overruns[index];
  const meanOverrun = overrun === undefined ? undefined : meanUpTo(overrun);
  const presence = presenceOf(model, team, leaveOf(team, ordinal), plan.work);
  const hours = new Float64Array(days);
  const evenings = new Float64Array(days);
  const ifThere = new Float64Array(days);
  for (let day = 0; day < days; day += 1) {
    const within = minutesWithin(plan.hours[day]!, plan.sessionEnds[day]!, meanOverrun);
    const evening = eveningOf(model, plan.work, day);
    const present = presence(day, calendar.dayOfWeek(day));
    hours[day] = present * within;
    evenings[day] = present * evening;
    ifThere[day] = within + evening;
  }
  return { hours, evenings, ifThere };
}

/** Expected length of hours `[from, to, …]` when each session runs over by a random time after its end [min]. */
function minutesWithin(
  hours: readonly number[],
  ends: readonly number[],
  meanOverrun: ((limit: number) => number) | undefined,
): number {
  let minutes = 0;
  for (let i = 0; i + 1 < hours.length; i += 2) {
    const from = hours[i]!;
    const to = hours[i + 1]!;
    let left = to - from;
    for (const end of meanOverrun === undefined ? [] : ends) {
      left -= meanOverrun!(to - end) - meanOverrun!(from - end);
    }
    minutes += Math.max(0, left);
  }
  return minutes;
}

/** x ↦ E[min(X, x)], 0 for x ≤ 0. It keeps what it has computed, because days repeat. */
function meanUpTo(distribution: Distribution): (x: number) => number {
  const known = new Map<number, number>();
  return (x) => {
    if (!(x > 0)) return 0;
    let mean = known.get(x);
    if (mean === undefined) {
      const [mass, first] = distribution.momentsUpTo(x);
      mean = first + x * (1 - mass);
      known.set(x, mean);
    }
    return mean;
  };
}

function eveningOf({ calendar }: Model, { evenings }: WorkHours, day: number): number {
  const weekday = calendar.dayOfWeek(day);
  let minutes = 0;
  for (const { days, from, upTo, probability } of evenings) {
    if (!days[weekday]) continue;
    const to = calendar.timeOf(day, Math.min(from + upTo, MINUTES_PER_DAY));
    minutes += probability * (to - calendar.timeOf(day, from));
  }
  return minutes;
}

/** Chance that a person of the team with such leave and hours is there on a day, or somebody in that person's stead. */
function presenceOf(
  { clinic, calendar }: Model,
  team: Team,
  leave: Leave,
  work: WorkHours,
): (day: number, weekday: number) => number {
  const dated = (leave.away ?? []).map(({ from, to }) => [calendar.dayOfDate(from), calendar.dayOfDate(to)]);
  const years = new Map<number, { readonly atWork: number; readonly healthy: number }>();
  return (day, weekday) => {
    if (team.absence.cover === "float") return 1;
    if (dated.some(([from, to]) => from! <= day && day <= to!)) return 0;
    const year = calendar.year(day - weekday);
    let chances = years.get(year);
    if (chances === undefined) {
      const { weeks } = yearOfWeeks(year);
      chances = {
        atWork: 1 - Math.min(1, leave.vacationWeeks / weeks),
        healthy: 1 - sickChance(leave, workDatesOf(work, clinic, year), weeks),
      };
      years.set(year, chances);
    }
    const sickPossible = !calendar.isClosed(day) && worksOn(work, weekday);
    return chances.atWork * (sickPossible ? chances.healthy : 1);
  };
}
