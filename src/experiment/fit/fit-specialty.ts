import { civilFromDays, dayNumber, ROLES, rankOf } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import type { Extract } from "../extract/extract.ts";
import { type Bounds, mapped, UNKNOWN } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";
import type { SpecialtyFit } from "./fit.ts";
import { fitClosers } from "./fit-closers.ts";
import { fitDayFactor } from "./fit-day-factor.ts";
import { fitHeterogeneity } from "./fit-heterogeneity.ts";
import { fitProfile } from "./fit-profile.ts";
import { fitChasers } from "./fit-threads.ts";
import { fitTopics } from "./fit-topics.ts";
import { fitTrend, type TrendFit } from "./fit-trend.ts";
import { fitVisits } from "./fit-visits.ts";
import {
  countedPerThread,
  type DemandShape,
  dayWeights,
  demandShape,
  fitVolume,
  messagesPerThread,
} from "./fit-volume.ts";
import { holesOf, isInHole } from "./holes.ts";
import { FIRST, type OwnMessages } from "./own-messages.ts";
import type { Surroundings } from "./surroundings.ts";

const HOURS = 24;
const FEWEST_THREADS = 100;
const FEWEST_PATIENTS = 5;
const WARM_UP_DAYS = 42;
/** [min] Threads that began so long before the end are over. */
const SETTLED = 30 * MINUTES_PER_DAY;
const DAYS_PER_WEEK = 7;
const CLERKS_REPLY = 0.02;

/** What is learned of one specialty; undefined where fewer than 100 threads, or those of fewer than five patients, begin in it. */
export function fitSpecialty(specialty: number, about: Surroundings): SpecialtyFit | undefined {
  const { extract, own, calendar, posts, span, accounts } = about;
  const isHere = (i: number) => own.specialty[i] === specialty;
  const { share } = extract.sample;
  const began = new Float64Array(calendar.days * HOURS);
  const threadsOf = new Map<number, number>();
  let [threads, messages] = [0, 0];
  for (let i = 0; i < own.count; i += 1) {
    if (!isHere(i)) continue;
    const day = calendar.dayOf(own.sent[i]!);
    if (day < span.from || day >= span.to) continue;
    messages += 1;
    if (own.kind[i] !== FIRST) continue;
    threads += 1;
    began[day * HOURS + Math.min(HOURS - 1, Math.floor(calendar.localMinute(own.sent[i]!) / 60))]! += 1;
    threadsOf.set(own.patient[i]!, (threadsOf.get(own.patient[i]!) ?? 0) + 1);
  }
  if (threads < FEWEST_THREADS || threadsOf.size < FEWEST_PATIENTS) return undefined;
  const holes = holesOf(byDayOf(extract.counts.byHour[specialty]!).subarray(0, span.to));
  const isTold = (day: number) => !isInHole(holes, day);
  const profile = fitProfile(began, calendar, span, isTold);
  const dateOf = (day: number) => calendar.dateOf(day);
  const year = civilFromDays(dayNumber(extract.start) + WARM_UP_DAYS).year;
  const byDay = byDayOf(began).subarray(0, span.to);
  const weightsOf = (of: DemandShape) =>
    dayWeights(of, calendar, year)
      .subarray(0, span.to)
      .map((weight, day) => (isTold(day) ? weight : 0));
  const plain = weightsOf(demandShape(profile, undefined, dateOf));
  const trend = trendOf(byDay, plain);
  const shape = demandShape(profile, trend, dateOf);
  const weights = weightsOf(shape);
  const exposure = weights.reduce((sum, w) => sum + w, 0);
  const means = weights.map((w) => (w * threads) / exposure);
  const { tells } = own;
  // Messages that are not known to be of one thread crowd on the days of their thread, and on its patient.
  const dayFactor = tells.threads
    ? fitDayFactor(byDay, means, DAYS_PER_WEEK + parametersOf(trend))
    : { cv: UNKNOWN, carryOver: UNKNOWN, days: byDay.length };
  const uneven =
    tells.threads && tells.patients
      ? fitHeterogeneity(
          [...threadsOf.values()],
          accounts === undefined ? undefined : Math.round(accounts * share),
        )
      : undefined;
  const heterogeneity = uneven && { ...uneven, patients: mapped(uneven.patients, (n) => n / share) };
  const topics = fitTopics(specialty, about);
  const perThread = tells.replies
    ? messagesPerThread(topics.map((topic) => ({ ...topic, share: topic.share.estimate })))
    : countedPerThread(own, isHere, extract.end - SETTLED);
  const clumping = heterogeneity?.clumping ?? 0;
  const sampled = fitVolume({ threads, exposure, dayMeans: means, perThread, clumping, dayFactor });
  const raise = countedOver(extract, specialty, span) / Math.max(1, messages);
  const closers = fitClosers(own, isHere, posts);
  const triage = triageOf(closers.shares, posts);
  const first = {
    "nurse-first": ["nurse", "nurse-practitioner"],
    "clerk-first": ["clerk", "medical-assistant"],
    none: [],
  };
  const firstRoles: readonly string[] = first[triage];
  const kept = ROLES.reduce(
    (sum, role, r) => sum + (firstRoles.includes(role) ? closers.shares[r]!.estimate : 0),
    0,
  );
  return {
    name: extract.names.specialties[specialty]!,
    messages: messages * raise,
    threads: threads * raise,
    writers: share === 1 ? threadsOf.size : Math.round(threadsOf.size / share),
    accounts,
    volume: {
      estimate: sampled.estimate * raise,
      low: sampled.low * raise,
      high: sampled.high * raise,
    },
    messagesPerThread: perThread,
    profile,
    holes,
    trend,
    shape,
    dayFactor,
    heterogeneity,
    topics,
    chasers: fitChasers(own, isHere),
    visits:
      extract.visits === undefined ? undefined : fitVisits(extract.visits, specialty, { calendar, span }),
    calls: about.calls,
    triage,
    forwarded: triage === "none" ? UNKNOWN : forwardedBounds(1 - kept, closers.replies),
    closedUnanswered: closedUnanswered(own, isHere, extract.end),
  };
}

/** Sums of days' hours. */
function byDayOf(byHour: Float64Array): Float64Array {
  return Float64Array.from({ length: byHour.length / HOURS }, (_, day) =>
    byHour.subarray(day * HOURS, (day + 1) * HOURS).reduce((sum, n) => sum + n, 0),
  );
}

function trendOf(byDay: Float64Array, weights: Float64Array): TrendFit | undefined {
  const weeks = Math.floor(byDay.length / DAYS_PER_WEEK);
  const inWeek = (values: Float64Array) =>
    Float64Array.from({ length: weeks }, (_, week) =>
      values.subarray(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK).reduce((sum, x) => sum + x, 0),
    );
  return weeks < 8 ? undefined : fitTrend(inWeek(byDay), inWeek(weights));
}

function parametersOf(trend: TrendFit | undefined): number {
  return trend?.shape === "growth" ? 1 : trend?.shape === "changes" ? trend.levels.length - 1 : 0;
}

/** Messages in all rows of the days watched in full. */
function countedOver({ counts }: Extract, specialty: number, { from, to }: Surroundings["span"]): number {
  return counts.byHour[specialty]!.subarray(from * HOURS, to * HOURS).reduce((sum, n) => sum + n, 0);
}

function triageOf(shares: readonly Bounds[], posts: readonly boolean[]): SpecialtyFit["triage"] {
  const by = (...roles: readonly (typeof ROLES)[number][]) =>
    roles.reduce((sum, role) => {
      const share = shares[rankOf(role)]!.estimate;
      return sum + (posts[rankOf(role)] === true && share > 0 ? share : 0);
    }, 0);
  if (by("clerk", "medical-assistant") > CLERKS_REPLY) return "clerk-first";
  return by("nurse", "nurse-practitioner") > CLERKS_REPLY ? "nurse-first" : "none";
}

function forwardedBounds(share: number, replies: number): Bounds {
  return clusteredShare([Math.round(share * replies)], [replies]);
}

/** Of first messages that are over, those that got no reply; NaN where the log does not tell of replies or of threads. */
function closedUnanswered(own: OwnMessages, isHere: (i: number) => boolean, end: number): Bounds {
  const { closings, replies, threads, settledAfter } = own.tells;
  if (!replies || !threads) return UNKNOWN;
  const [hits, all] = [new Float64Array(1), new Float64Array(1)];
  for (let i = 0; i < own.count; i += 1) {
    if (!isHere(i) || own.kind[i] !== FIRST) continue;
    const isUnanswered = Number.isNaN(own.replied[i]!);
    const isOver = closings ? !Number.isNaN(own.closed[i]!) : own.sent[i]! < end - settledAfter;
    if (isUnanswered && !isOver) continue;
    all[0]! += 1;
    if (isUnanswered) hits[0]! += 1;
  }
  return clusteredShare(hits, all);
}
