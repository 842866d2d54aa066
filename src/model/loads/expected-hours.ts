import type { Distribution } from "../../random/index.ts";
import type { WorkHours } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { sickChance, yearOfWeeks } from "../draws/absence-draws.ts";
import { workDatesOf } from "../draws/person-days.ts";
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

/** People of a team with the same hours. */
interface HoursGroup extends PersonMinutes {
  readonly count: number;
}

/** Expected minutes by day of the run; those of the whole team. */
export interface ExpectedHours {
  readonly hours: Float64Array;
  readonly evenings: Float64Array;
  /** Of one person who is there, evenings included, in the mean over people. */
  readonly ofOne: Float64Array;
  readonly groups: readonly HoursGroup[];
  /** By ordinal: one of the groups. */
  readonly people: readonly HoursGroup[];
}

export function expectedHours(model: Model, index: number): ExpectedHours {
  const { days } = model;
  const { people } = model.teams[index]!;
  const counts = new Map<PersonPlan, number>();
  for (const plan of people) counts.set(plan, (counts.get(plan) ?? 0) + 1);
  const groups = new Map(
    [...counts].map(([plan, count]) => [plan, { count, ...personMinutes(model, index, plan) }] as const),
  );
  const hours = new Float64Array(days);
  const evenings = new Float64Array(days);
  const ofOne = new Float64Array(days);
  for (const group of groups.values()) {
    for (let day = 0; day < days; day += 1) {
      hours[day]! += group.count * group.hours[day]!;
      evenings[day]! += group.count * group.evenings[day]!;
      ofOne[day]! += (group.count / people.length) * group.ifThere[day]!;
    }
  }
  return {
    hours,
    evenings,
    ofOne,
    groups: [...groups.values()],
    people: people.map((plan) => groups.get(plan)!),
  };
}

function personMinutes(model: Model, index: number, plan: PersonPlan): PersonMinutes {
  const { calendar, days } = model;
  const overrun = worldPlanOf(model).overruns[index];
  const meanOverrun = overrun === undefined ? undefined : meanUpTo(overrun);
  const presence = presenceOf(model, index, plan.work);
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
  if (evenings === undefined || !evenings.days[calendar.dayOfWeek(day)]) return 0;
  const from = calendar.timeOf(day, evenings.from);
  return evenings.probability * (calendar.timeOf(day, evenings.from + evenings.upTo) - from);
}

/** Chance that a person of the team with such hours is there on a day, or somebody in that person's stead. */
function presenceOf(
  { clinic, calendar }: Model,
  index: number,
  work: WorkHours,
): (day: number, weekday: number) => number {
  const { absence } = clinic.teams[index]!;
  const years = new Map<number, { readonly atWork: number; readonly healthy: number }>();
  return (day, weekday) => {
    if (absence.cover === "float") return 1;
    const year = calendar.year(day - weekday);
    let chances = years.get(year);
    if (chances === undefined) {
      const { weeks } = yearOfWeeks(year);
      chances = {
        atWork: 1 - Math.min(1, absence.vacationWeeks / weeks),
        healthy: 1 - sickChance(absence, workDatesOf(work, clinic, year), weeks),
      };
      years.set(year, chances);
    }
    const sickPossible = !calendar.isClosed(day) && worksOn(work, weekday);
    return chances.atWork * (sickPossible ? chances.healthy : 1);
  };
}
