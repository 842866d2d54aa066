import { Calendar } from "./calendar.ts";
import type { Clinic, ClockChange, RunSpec } from "./clinic.ts";
import {
  createPolicy,
  type QueueDiscipline,
  queuePolicies,
  type Routing,
  routingPolicies,
  type Triage,
  triagePolicies,
} from "./policies/index.ts";
import { planTeam, type TeamPlan } from "./team-plan.ts";

/** [days] Beyond the end of a run, so that promises made in it fall due inside the calendar. */
const CALENDAR_MARGIN = 400;

/** A clinic made ready to run: reusable for every replication, holds no state of a run. Times are [min since start]. */
export interface Model {
  readonly clinic: Clinic;
  /** Reaches beyond the run's end. */
  readonly calendar: Calendar;
  /** Local days of the run, warm-up and run-out included. */
  readonly days: number;
  /** Nothing happens from here on. */
  readonly end: number;
  /** The measured window [windowStart, windowEnd). */
  readonly windowStart: number;
  readonly windowEnd: number;
  readonly teams: readonly TeamPlan[];
  readonly triage: Triage;
  readonly routing: Routing;
  readonly queue: QueueDiscipline;
  /** By specialty: the team that reads first; −1: the physician does. */
  readonly firstReaders: readonly number[];
}

/** Local days, from the start of the run, over which `compile` needs to know the clock changes. */
export function calendarDays(run: RunSpec): number {
  return run.warmUpDays + run.lengthDays + run.runOutDays + CALENDAR_MARGIN;
}

/**
 * Looks up the policies and lays out the calendar. `clockChanges` are those of `calendarDays(clinic.run)` days. Throws a
 * RangeError on a date that does not exist, a policy that is not known, an evening that reaches past midnight, and a team that
 * names more people than it has.
 */
export function compile(clinic: Clinic, clockChanges: readonly ClockChange[]): Model {
  const { run, teams, policies } = clinic;
  const days = run.warmUpDays + run.lengthDays + run.runOutDays;
  const calendar = new Calendar(clinic.calendar, run.start, calendarDays(run), clockChanges);
  for (const team of teams) {
    if (team.people.length > team.count) {
      throw new RangeError(`${team.name} names ${team.people.length} people, but has ${team.count}`);
    }
    for (const { name, evenings } of [team, ...team.people]) {
      if (evenings !== undefined && !(evenings.from + evenings.upTo <= 1440)) {
        throw new RangeError(`evenings of ${name} reach past midnight: end them by 24:00`);
      }
    }
  }
  const triage = createPolicy<typeof policies.triage, Triage>(triagePolicies, policies.triage, teams);
  return {
    clinic,
    calendar,
    days,
    end: calendar.dayStart(days),
    windowStart: calendar.dayStart(run.warmUpDays),
    windowEnd: calendar.dayStart(run.warmUpDays + run.lengthDays),
    teams: teams.map((team, index) => planTeam(team, index, calendar, days)),
    triage,
    routing: createPolicy<typeof policies.routing, Routing>(routingPolicies, policies.routing, teams),
    queue: createPolicy<typeof policies.queue, QueueDiscipline>(queuePolicies, policies.queue, teams),
    firstReaders: clinic.specialties.map((_, specialty) => triage.firstReader(specialty)),
  };
}
