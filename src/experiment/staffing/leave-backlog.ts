import {
  type Model,
  monthsOfWindow,
  portalPatients,
  type ServicePromise,
  type Specialty,
  type TeamInflow,
  teamCapacity,
  teamInflow,
  windowDays,
} from "../../model/index.ts";
import { normalCdf } from "../../random/index.ts";
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
/** A month of fewer threads is not looked at: how many come is not near enough to normal. */
const FEWEST = 100;
/** What is finished after a stretch of hours, in means of a message, is granted to be so much at least. */
const OVERRUN = 2;
/** Above such a spread, work is too skewed for the normal law to bound what a month brings. */
const SKEWED = 0.5;

/**
 * Means of a message that are finished after a stretch of hours, of whatever length, in the mean at the most, with a coefficient of variation of
 * messages: Lorden, G. (1970), On excess over the boundary, *Annals of Mathematical Statistics* 41, 520–527.
 */
export function overrun(cv: number): number {
  return Math.max(OVERRUN, 1 + cv * cv);
}

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
    const options = { seed: model.clinic.run.seed, replication: i + 1, last: overrun(all.cv) * all.minutes };
    return teamCapacity(model, index, options).map((minutes) => minutes / all.minutes);
  });
  const months = monthsOfWindow(model).map((month) => ({ ...month, spread: monthSpread(model, all, month) }));
  for (const { promise, share, risk } of promises) {
    const due = dueDays(model, promise);
    const isOfFirsts = promise.of !== "every patient message that needs a reply";
    const inflow = isOfFirsts ? { ...all, followUps: 0 } : all;
    const [ofAll, short] = [new Tally(), new Tally()];
    for (const capacity of worlds) {
      const year = keptAtMost(inflow, capacity, due, windowDays(model));
      ofAll.add(year / (1 - LUCK.year));
      const fail = months.reduce((sum, { spread, ...month }) => {
        if (!(spread <= SKEWED)) return sum;
        const kept = keptAtMost(inflow, capacity, due, month) / (1 - LUCK.month);
        return sum + chanceShort(kept, promise.target, spread);
      }, 0);
      short.add((fail / months.length) * (1 - LUCK.months));
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

/**
 * The chance that a month falls short, at the least, that is expected to keep a share `kept` with luck thrown in: that it brings more work than would
 * let it keep the target; 0 where it keeps that.
 */
function chanceShort(kept: number, target: number, spread: number): number {
  return kept >= target ? 0 : normalCdf((1 - kept / target) / spread);
}

/**
 * Standard deviation of a month's work over its mean: the number of threads is Poisson's, or clustered by flares, about what the days are like, which hang
 * together, and who the patients are. Infinity where they are few.
 */
function monthSpread(
  { clinic }: Model,
  { threads: byDay, cv }: TeamInflow,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let [threads, squares] = [0, 0];
  for (const one of byDay.subarray(from, to)) {
    threads += one;
    squares += one * one;
  }
  if (threads < FEWEST) return Infinity;
  // One over the number of days that count alike.
  const evenness = squares / (threads * threads);
  const most = (of: (specialty: Specialty) => number) => Math.max(...clinic.specialties.map(of));
  const flares = most((specialty) => specialty.flares?.messages ?? 0);
  const ofDays = most(({ demand }) => {
    const { cv: ofADay, carryOver } = demand.dayFactor;
    return ((ofADay * ofADay * (1 + carryOver)) / (1 - carryOver)) * evenness;
  });
  const ofPatients = most((specialty) => {
    const { heterogeneity } = specialty.demand;
    return heterogeneity === undefined ? 0 : 1 / (heterogeneity.shape * portalPatients(specialty));
  });
  return Math.sqrt((1 + cv * cv + flares) / threads + ofDays + ofPatients);
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
