import type { Distribution } from "../../random/index.ts";
import type { Model } from "../compile.ts";
import { sickChance, yearOfWeeks } from "../draws/absence-draws.ts";
import { workDatesOf, worksOn } from "../draws/person-days.ts";
import { worldPlanOf } from "../draws/world-plan.ts";

/** Expected minutes by day of the run. */
export interface ExpectedHours {
  /** Of the whole team, within hours, absence and overruns taken out. */
  readonly hours: Float64Array;
  /** Of the whole team, in evenings used to their cap. */
  readonly evenings: Float64Array;
  /** Of one person who is there, evenings included. */
  readonly ofOne: Float64Array;
}

export function expectedHours(model: Model, index: number): ExpectedHours {
  const { clinic, calendar, days } = model;
  const { hours: hoursByDay, sessionEnds, team } = model.teams[index]!;
  const overrun = worldPlanOf(model).overruns[index];
  const presence = presenceOf(model, index);
  const hours = new Float64Array(days);
  const evenings = new Float64Array(days);
  const ofOne = new Float64Array(days);
  for (let day = 0; day < days; day += 1) {
    const within = minutesWithin(hoursByDay[day]!, sessionEnds[day]!, overrun);
    const evening = eveningOf(model, index, day);
    const present = clinic.teams[index]!.count * presence(day, calendar.dayOfWeek(day));
    hours[day] = present * within;
    evenings[day] = present * evening;
    ofOne[day] = within + evening;
  }
  return team.count === 0 ? { hours, evenings, ofOne: new Float64Array(days) } : { hours, evenings, ofOne };
}

/** Expected length of hours `[from, to, …]` when each session runs over by a random time after its end [min]. */
function minutesWithin(
  hours: readonly number[],
  ends: readonly number[],
  overrun: Distribution | undefined,
): number {
  let minutes = 0;
  for (let i = 0; i + 1 < hours.length; i += 2) {
    const from = hours[i]!;
    const to = hours[i + 1]!;
    let left = to - from;
    for (const end of overrun === undefined ? [] : ends) {
      left -= meanUpTo(overrun!, to - end) - meanUpTo(overrun!, from - end);
    }
    minutes += Math.max(0, left);
  }
  return minutes;
}

/** E[min(X, x)], 0 for x ≤ 0. */
function meanUpTo(distribution: Distribution, x: number): number {
  if (!(x > 0)) return 0;
  const [mass, first] = distribution.momentsUpTo(x);
  return first + x * (1 - mass);
}

function eveningOf({ clinic, calendar }: Model, index: number, day: number): number {
  const { evenings } = clinic.teams[index]!;
  if (evenings === undefined || !evenings.days[calendar.dayOfWeek(day)]) return 0;
  const from = calendar.timeOf(day, evenings.from);
  return evenings.probability * (calendar.timeOf(day, evenings.from + evenings.upTo) - from);
}

/** Chance that a person of the team is there on a day, or somebody in that person's stead. */
function presenceOf({ clinic, calendar }: Model, index: number): (day: number, weekday: number) => number {
  const team = clinic.teams[index]!;
  const { absence } = team;
  const years = new Map<number, { readonly atWork: number; readonly healthy: number }>();
  return (day, weekday) => {
    if (absence.cover === "float") return 1;
    const year = calendar.year(day - weekday);
    let chances = years.get(year);
    if (chances === undefined) {
      const { weeks } = yearOfWeeks(year);
      chances = {
        atWork: 1 - Math.min(1, absence.vacationWeeks / weeks),
        healthy: 1 - sickChance(absence, workDatesOf(team, clinic, year), weeks),
      };
      years.set(year, chances);
    }
    const sickPossible = !calendar.isClosed(day) && worksOn(team, weekday);
    return chances.atWork * (sickPossible ? chances.healthy : 1);
  };
}
