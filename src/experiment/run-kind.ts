import type { Model, ReplicationResult } from "../model/index.ts";
import type { Sanity } from "./sanity.ts";
import { datedDutiesOf, type WarmUp, warmUpOf } from "./warm-up.ts";

/** What makes a week of a run unlike others in what is asked of the clinic and what it has to give. */
export type Irregularity =
  /** Volume grows or falls. */
  | "growth"
  /** A timeline changes the volume. */
  | "timeline"
  /** Months have weights of their own. */
  | "months"
  /** Duties on dates. */
  | "dated duties"
  /** Holidays and other closed dates. */
  | "closed dates"
  /** More work than hours, so that what waits grows with the length of the run. */
  | "overload";

/** A team, or one person of it, whose offered load is 1 or more. */
export interface Overloaded {
  readonly team: string;
  /** Left out where it is the team as a whole. */
  readonly person?: string;
  readonly load: number;
}

/**
 * What the numbers of a run are about.
 *
 * `steady-state`: every week is asked the same of in the mean and can give it, so that there is a state (more exactly, a weekly cycle)
 * that the run settles into wherever it began, and the numbers are those of that state. `terminating`: anything else; the numbers are
 * those of these dates, from the backlog that the scenario opens with. Law, Simulation Modeling and Analysis, § 9.3.
 */
export interface RunKind {
  readonly type: "steady-state" | "terminating";
  /** Why no steady state is claimed; empty where one is. */
  readonly because: readonly Irregularity[];
  readonly overloaded: readonly Overloaded[];
  /** Closed dates of the run, run-out included. */
  readonly closedDates: number;
  /** Messages that wait at the start. */
  readonly openingBacklog: number;
  readonly warmUp: WarmUp;
}

export function runKindOf(model: Model, results: readonly ReplicationResult[], { teams }: Sanity): RunKind {
  const overloaded = teams.flatMap(({ team, load, overloadedPeople }): Overloaded[] =>
    load >= 1
      ? [{ team, load }]
      : overloadedPeople.map(({ name, load: own }) => ({ team, person: name, load: own })),
  );
  const { specialties } = model.clinic;
  const closedDates = closedDatesOf(model);
  const because = [
    ...irregularDemand(model),
    ...(datedDutiesOf(model).length > 0 ? (["dated duties"] as const) : []),
    ...(closedDates > 0 ? (["closed dates"] as const) : []),
    ...(overloaded.length > 0 ? (["overload"] as const) : []),
  ];
  return {
    type: because.length === 0 ? "steady-state" : "terminating",
    because,
    overloaded,
    closedDates,
    openingBacklog: specialties.reduce((sum, { openingBacklog }) => sum + openingBacklog.messages, 0),
    warmUp: warmUpOf(model, results, because),
  };
}

function irregularDemand(model: Model): readonly Irregularity[] {
  const demands = model.clinic.specialties.map(({ demand }) => demand);
  const grows = demands.some(
    ({ growth }) =>
      growth !== undefined && growth.ratePerYear !== 0 && model.calendar.dayOfDate(growth.from) < model.days,
  );
  const changes = demands.some(({ timeline }) =>
    timeline.some(({ from, to, factor }) => factor !== 1 && isDuringRun(model, from, to)),
  );
  const seasons = demands.some(({ profile }) => new Set(profile.monthOfYear).size > 1);
  return [
    ...(grows ? (["growth"] as const) : []),
    ...(changes ? (["timeline"] as const) : []),
    ...(seasons ? (["months"] as const) : []),
  ];
}

function isDuringRun({ calendar, days }: Model, from: string, to: string): boolean {
  return calendar.dayOfDate(from) < days && calendar.dayOfDate(to) >= 0;
}

function closedDatesOf({ calendar, days }: Model): number {
  let count = 0;
  for (let day = 0; day < days; day += 1) if (calendar.isClosed(day)) count += 1;
  return count;
}
