import {
  type Clinic,
  firstHandling,
  type Model,
  promiseResponseNames,
  type ServicePromise,
  type SpecialtyPolicies,
} from "../../model/index.ts";
import { brokenByLeave, overrun, type PromiseToKeep } from "./leave-backlog.ts";
import { minutesAWeek, openMinutes } from "./open-minutes.ts";
import type { Requirement } from "./requirement.ts";
import type { Variant } from "./variant.ts";

/** What is expected may be off by this much in a year, without a plan being dropped for it. */
const MARGIN = 0.1;
const EVERYBODY = "every patient message that needs a reply";
/** [days] That a promise may last longer by, over holidays. */
const HOLIDAYS = 7;

/**
 * Why a plan surely breaks a promise, by arithmetic; undefined if it may keep them all.
 *
 * The fluid bound, with everything in the plan's favour: the only team that reads first does nothing but the first message of every thread, uses every
 * evening to its cap, is away no more than expected, and has, besides the window, as much time as the promise leaves for the last of its messages.
 * What is left over from leave, `brokenByLeave` looks at, month by month.
 * Of work that comes at more than these hours can take, the share that is done is hours over work at the most. A discipline that takes short
 * messages first may do more messages than work, and a promise to urgent messages may be kept before all others, so that nothing is said of these.
 */
export function cannotKeepUp(
  { scenario, model }: Variant,
  requirements: readonly Requirement[],
): string | undefined {
  const { clinic, loads } = scenario;
  if (clinic.policies.queue.type === "shortest-first" || loads.messagesPerWeek === 0) return undefined;
  if (clinic.specialties.length > 1) return undefined;
  // Who is sorted elsewhere, turned away or given a visit instead is less work for who reads first, or none.
  const isRead = ({ sorting, frontDoor, conversion }: SpecialtyPolicies) =>
    sorting.type === "none" && frontDoor.length === 0 && conversion.type === "none";
  if (!model.specialties.every(({ policies }) => isRead(policies))) return undefined;
  const promises = promisesToKeep(model, requirements);
  for (const { team, messages, hours, evenings } of loads.teams) {
    const { queue, role, count, speed, people } = clinic.teams[team]!;
    const isReader = model.specialties.every(({ ways }) =>
      ways.every(({ stations }) => stations.first === team && stations.linked === team),
    );
    const others = clinic.teams.filter((other) => other.role === role && other.count > 0).length;
    if (!isReader || others > 1 || count === 0 || queue?.type === "shortest-first") continue;
    const fastest = people.reduce((most, person) => Math.max(most, person.speed), speed);
    const first = firstHandling(model, team);
    const each = Math.min(messages / loads.messagesPerWeek, first.mean);
    const overruns = stopsAWeek(model, team) * overrun(first.cv) * each;
    const inWindow = ((hours + evenings) * fastest + overruns) / (each * loads.threadsPerWeek);
    for (const { promise, share } of promises) {
      if (share === undefined) continue;
      const done = inWindow * (1 + daysAfter(clinic, promise) / clinic.run.lengthDays);
      if (done < share * (1 - MARGIN)) {
        return `${clinic.teams[team]!.name} would have hours for ${Math.round(done * 100)} % of the work at most`;
      }
    }
    const broken = brokenByLeave(model, team, promises);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

/** How often people of a team have to stop, at the end of a stretch of hours or of an evening. */
function stopsAWeek({ teams, days }: Model, team: number): number {
  const stops = teams[team]!.people.reduce(
    (sum, { work, hours }) =>
      sum + hours.reduce((all, bounds) => all + bounds.length / 2 + work.evenings.length, 0),
    0,
  );
  return (7 * stops) / days;
}

/** Promises to everybody that a plan has to keep. */
function promisesToKeep(model: Model, requirements: readonly Requirement[]): readonly PromiseToKeep[] {
  const names = promiseResponseNames(model);
  const strictest = (response: string, direction: Requirement["direction"]) => {
    const values = requirements
      .filter((each) => each.response === response && each.direction === direction)
      .map(({ value }) => value);
    if (values.length === 0) return undefined;
    return direction === "at least" ? Math.max(...values) : Math.min(...values);
  };
  const { policies, teams } = model.clinic;
  const isByDueTime = [policies, ...teams].some(({ queue }) => queue?.type === "earliest-due");
  return model.clinic.promises.flatMap((promise, i): PromiseToKeep[] => {
    if (promise.of === "urgent messages") return [];
    // Messages that follow in long threads then wait behind the first of short ones, of which the mean says nothing.
    if (isByDueTime && promise.of !== EVERYBODY) return [];
    const share = strictest(names[i]!.share, "at least");
    const risk = strictest(names[i]!.monthRisk, "at most");
    return [{ promise, ...(share === undefined ? {} : { share }), ...(risk === undefined ? {} : { risk }) }];
  });
}

/** [days] After the window in which a promise may still be kept. */
function daysAfter(clinic: Clinic, { within }: ServicePromise): number {
  const open = minutesAWeek(clinic.calendar.open);
  return (7 * openMinutes(clinic, within)) / Math.max(1, open) + HOLIDAYS;
}
