import {
  type Model,
  monthsOfWindow,
  type ServicePromise,
  type TeamInflow,
  teamCapacity,
  teamInflow,
  windowDays,
} from "../../model/index.ts";
import { fluidKept, Tally } from "../../stats/index.ts";

/** A promise with what a plan has to keep of it. */
export interface PromiseToKeep {
  readonly promise: ServicePromise;
  /** Of all its messages, so many at least. */
  readonly share?: number;
  /** Of its months, so many at most fall short. */
  readonly risk?: number;
}

/** Worlds whose absences are looked at. */
const WORLDS = 64;
/** A year, or a month, may be luckier than what is expected of it by this much; and of months that should fall short, so many may not. */
const LUCK = { year: 0.1, month: 0.1, months: 0.1 } as const;
/** Standard errors by which a share of a month may be luckier, at the most; so many that a month of fewer threads than a hundred is not looked at. */
const LUCKY = { errors: 4, fewest: 100 } as const;
/**
 * Of a message that is finished after the hours, at the most, in means of a message: what is left of one that is met in the middle is (1 + cv²) / 2, for a
 * coefficient of variation of up to 1.7.
 */
export const OVERRUN = 2;
/** What the worlds say of all worlds is believed by so many standard errors. */
const SURE = 5;

/**
 * Why the backlog of a team's leave breaks a promise, by arithmetic; undefined if it may not. The team reads all messages first.
 *
 * The fluid bound, over the calendars of absence of some worlds, everything in the plan's favour: what comes in is what is expected, nothing is left
 * over from before, the team does nothing but the first message of every thread, in the order of their due times, and leaves what is late; months do
 * not take hours from one another; every message that follows in a thread is answered in time.
 */
export function brokenByLeave(
  model: Model,
  index: number,
  promises: readonly PromiseToKeep[],
): string | undefined {
  const { team, people } = model.teams[index]!;
  const { vacationWeeks, sickDays, cover } = team.absence;
  const isEverAway =
    vacationWeeks > 0 || sickDays > 0 || team.people.some((person) => (person.away ?? []).length > 0);
  if (!isEverAway || cover === "float" || people.length === 0 || promises.length === 0) return undefined;
  const all = teamInflow(model, index);
  if (!(all.minutes > 0)) return undefined;
  const worlds = Array.from({ length: WORLDS }, (_, i) => {
    const options = { seed: model.clinic.run.seed, replication: i + 1, last: OVERRUN * all.minutes };
    return teamCapacity(model, index, options).map((minutes) => minutes / all.minutes);
  });
  for (const { promise, share, risk } of promises) {
    const due = dueDays(model, promise);
    const isOfFirsts = promise.of !== "every patient message that needs a reply";
    const inflow = isOfFirsts ? { ...all, followUps: 0 } : all;
    const [ofAll, short] = [new Tally(), new Tally()];
    for (const capacity of worlds) {
      const year = keptAtMost(inflow, capacity, due, windowDays(model));
      ofAll.add(year / (1 - LUCK.year));
      const months = monthsOfWindow(model);
      const fail = months.filter((month) => isShort(inflow, capacity, due, month, promise.target));
      short.add((fail.length / months.length) * (1 - LUCK.months));
    }
    const most = ofAll.mean + (SURE * ofAll.sd) / Math.sqrt(WORLDS);
    const least = short.mean - (SURE * short.sd) / Math.sqrt(WORLDS);
    if (share !== undefined && most < share) {
      return `the leave of ${team.name} would leave time for ${Math.round(most * 100)} % of the messages at most`;
    }
    if (risk !== undefined && least > risk) {
      return `the leave of ${team.name} would make ${Math.round(least * 100)} % of the months fall short at least`;
    }
  }
  return undefined;
}

/** Of each day of the run, the last on which what is sent on it may be answered. */
function dueDays({ calendar, days }: Model, { within, starts }: ServicePromise): Int32Array {
  return Int32Array.from({ length: days }, (_, day) => {
    const due = calendar.promiseDue(within, starts, calendar.dayStart(day + 1) - 1);
    return due < calendar.end ? calendar.dayOf(due) : days;
  });
}

function isShort(
  inflow: TeamInflow,
  capacity: Float64Array,
  due: Int32Array,
  month: { readonly from: number; readonly to: number },
  target: number,
): boolean {
  const threads = inflow.threads.subarray(month.from, month.to).reduce((sum, one) => sum + one, 0);
  // Half of the threads kept has the greatest error: a half over the root of their number.
  const luck = Math.max(LUCK.month, LUCKY.errors / 2 / Math.sqrt(threads));
  return threads >= LUCKY.fewest && keptAtMost(inflow, capacity, due, month) < target * (1 - luck);
}

/** The share of messages sent on days [from, to) that is kept at the most. */
function keptAtMost(
  { threads, followUps }: TeamInflow,
  capacity: Float64Array,
  due: Int32Array,
  stretch: { readonly from: number; readonly to: number },
): number {
  const made = threads.subarray(stretch.from, stretch.to).reduce((sum, one) => sum + one, 0);
  if (!(made > 0)) return 1;
  return (fluidKept(threads, capacity, due, stretch) / made + followUps) / (1 + followUps);
}
