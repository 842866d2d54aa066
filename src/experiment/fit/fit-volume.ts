import { type Calendar, type Demand, demandPattern, expectedMessages } from "../../model/index.ts";
import { exp, log } from "../../random/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import type { Bounds } from "./bounds.ts";
import type { DayFactorFit } from "./fit-day-factor.ts";
import type { ProfileFit } from "./fit-profile.ts";
import type { TrendFit } from "./fit-trend.ts";
import { meanBounds } from "./mean-bounds.ts";
import { FIRST, type OwnMessages, THANKS } from "./own-messages.ts";

/** Part of the demand of a scenario that says when, not how much. */
export type DemandShape = Pick<Demand, "growth" | "timeline" | "profile">;

/** Profile and trend as the model takes them. */
export function demandShape(
  profile: ProfileFit,
  trend: TrendFit | undefined,
  dateOf: (day: number) => string,
): DemandShape {
  const { hourOfDay, dayOfWeek } = profile;
  const some = dayOfWeek.some((weight) => weight > 0);
  return {
    ...(trend?.shape === "growth" ? { growth: { ratePerYear: trend.growth.estimate, from: dateOf(0) } } : {}),
    timeline:
      trend?.shape === "changes"
        ? trend.levels.slice(0, -1).map(({ from, to, factor }) => ({
            from: dateOf(from * 7),
            to: dateOf(to * 7 - 1),
            factor: factor.estimate,
          }))
        : [],
    profile: {
      hourOfDay,
      dayOfWeek: some ? dayOfWeek : dayOfWeek.map(() => 1),
      monthOfYear: Array.from({ length: 12 }, () => 1),
    },
  };
}

/** What a thread a minute in the mean of the reference year would bring on each day: the model's own pattern. */
export function dayWeights(shape: DemandShape, calendar: Calendar, year: number): Float64Array {
  const demand = { ...shape, rate: 1, counts: "new threads", dayFactor: { cv: 0, carryOver: 0 } } as const;
  const { weekdays, byDay } = demandPattern(demand, calendar, calendar.days, year);
  return byDay.map((weight, day) => weight * weekdays[calendar.dayOfWeek(day)]!);
}

/** Messages of a thread that is answered throughout, in the mean over topics of which any is known to be answered, and how far that may be off. */
export function messagesPerThread(
  topics: readonly { readonly share: number; readonly followUp: Bounds; readonly thanks: Bounds }[],
): Bounds {
  const of = (probability: number, thanks: number) =>
    expectedMessages({
      probability: Math.min(0.9, probability),
      thanks,
      delay: { type: "fixed", value: 0 },
    });
  const known = topics.filter(({ followUp }) => !Number.isNaN(followUp.estimate));
  const all = known.reduce((sum, { share }) => sum + share, 0);
  if (!(all > 0)) return { estimate: 1, low: 1, high: 1 };
  let [estimate, variance] = [0, 0];
  for (const { share: written, followUp, thanks } of known) {
    const share = written / all;
    const says = Number.isNaN(thanks.estimate) ? 0 : thanks.estimate;
    estimate += share * of(followUp.estimate, says);
    const half = (of(followUp.high, says) - of(followUp.low, says)) / 2;
    const other = Number.isNaN(thanks.low)
      ? 0
      : (of(followUp.estimate, thanks.low) - of(followUp.estimate, thanks.high)) / 2;
    variance += share * share * (half * half + other * other);
  }
  const half = Math.sqrt(variance);
  return { estimate, low: Math.max(1, estimate - half), high: estimate + half };
}

/** Messages of a thread as they were counted, chasers left out where they can be told, of threads that began before `until` [min]: for logs that do not say what was replied to. */
export function countedPerThread(own: OwnMessages, is: (i: number) => boolean, until: number): Bounds {
  const counts = new Map<number, number>();
  for (let i = 0; i < own.count; i += 1) {
    if (!is(i)) continue;
    if (own.kind[i] === FIRST) {
      if (own.sent[i]! < until) counts.set(own.thread[i]!, 1);
    } else if (own.kind[i]! <= THANKS && counts.has(own.thread[i]!)) {
      counts.set(own.thread[i]!, counts.get(own.thread[i]!)! + 1);
    }
  }
  return counts.size < 2 ? { estimate: 1, low: 1, high: 1 } : meanBounds([...counts.values()]);
}

/**
 * Messages a minute of a specialty, in the mean of the reference year before growth and timeline. `threads` began on days whose weights sum to `exposure` [days].
 * The interval holds what another set of patients, other days and other follow-ups would have made of it: threads of a patient vary by 1 + mean ∕ shape.
 */
export function fitVolume(of: {
  readonly threads: number;
  readonly exposure: number;
  readonly dayMeans: Float64Array;
  readonly perThread: Bounds;
  /** Threads of a patient in the time watched, over the shape of patients' rates. */
  readonly clumping: number;
  readonly dayFactor: DayFactorFit;
}): Bounds {
  const { threads, exposure, dayMeans, perThread, clumping, dayFactor } = of;
  const estimate = (threads / (exposure * MINUTES_PER_DAY)) * perThread.estimate;
  const cv = Number.isNaN(dayFactor.cv.estimate) ? 0 : dayFactor.cv.estimate;
  const carried = Number.isNaN(dayFactor.carryOver.estimate)
    ? 0
    : Math.min(0.9, dayFactor.carryOver.estimate);
  const squares = dayMeans.reduce((sum, mean) => sum + mean * mean, 0);
  const total = dayMeans.reduce((sum, mean) => sum + mean, 0);
  const days = (cv * cv * squares * (1 + carried)) / (1 - carried) / (total * total);
  const spread = (perThread.high - perThread.low) / 2 / 1.96 / perThread.estimate;
  const half = 1.96 * Math.sqrt((1 + clumping) / threads + days + spread * spread);
  return { estimate, low: exp(log(estimate) - half), high: exp(log(estimate) + half) };
}
