import { Calendar } from "./calendar.ts";
import type {
  BillingPolicy,
  Clinic,
  ClockChange,
  QueuePolicy,
  RoutingPolicy,
  RunSpec,
  Team,
} from "./clinic.ts";
import {
  type Billing,
  billingPolicies,
  createPolicy,
  type QueueDiscipline,
  queuePolicies,
  type Routing,
  routingPolicies,
} from "./policies/index.ts";
import { type SpecialtyRules, specialtyRules } from "./specialty-rules.ts";
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
  readonly specialties: readonly SpecialtyRules[];
  /** By team: the order in its lines; and who of physicians works from the shared one, which goes by the first specialty they serve. */
  readonly queues: readonly QueueDiscipline[];
  readonly routings: readonly Routing[];
  readonly billing: Billing;
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
  teams.forEach(checkTeam);
  const specialties = clinic.specialties.map((_, specialty) => specialtyRules(clinic, specialty));
  const standard = createPolicy<RoutingPolicy, Routing>(routingPolicies, policies.routing);
  const queueOf = (spec: QueuePolicy) => createPolicy<QueuePolicy, QueueDiscipline>(queuePolicies, spec);
  return {
    clinic,
    calendar,
    days,
    end: calendar.dayStart(days),
    windowStart: calendar.dayStart(run.warmUpDays),
    windowEnd: calendar.dayStart(run.warmUpDays + run.lengthDays),
    teams: teams.map((team, index) => planTeam(team, index, calendar, days)),
    specialties,
    queues: teams.map(({ queue }) => queueOf(queue ?? policies.queue)),
    routings: teams.map(({ serves }) => specialties[Math.min(...serves)]?.routing ?? standard),
    billing: createPolicy<BillingPolicy, Billing>(billingPolicies, policies.billing),
  };
}

function checkTeam({ name, count, people, evenings }: Team): void {
  if (people.length > count) throw new RangeError(`${name} names ${people.length} people, but has ${count}`);
  for (const person of [{ name, evenings }, ...people]) {
    for (const { from, upTo } of person.evenings) {
      if (!(upTo === Number.POSITIVE_INFINITY || from + upTo <= 1440)) {
        throw new RangeError(`evenings of ${person.name} reach past midnight: end them by 24:00`);
      }
    }
  }
}
