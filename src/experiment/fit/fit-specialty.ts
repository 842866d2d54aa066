import { type Calendar, civilFromDays, dayNumber, ROLES, rankOf, scopeOf } from "../../model/index.ts";
import { log } from "../../random/index.ts";
import type { Extract } from "../extract/extract.ts";
import { type Bounds, UNKNOWN } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";
import type { MinutesScope, SpecialtyFit, TopicFit } from "./fit.ts";
import { fitCalls } from "./fit-calls.ts";
import { fitClosers } from "./fit-closers.ts";
import { fitDayFactor } from "./fit-day-factor.ts";
import { fitHeterogeneity } from "./fit-heterogeneity.ts";
import { fitMinutes, type MinutesFit } from "./fit-minutes.ts";
import { fitProfile } from "./fit-profile.ts";
import { fitChasers, fitThreads, type ThreadFit } from "./fit-threads.ts";
import { fitTrend, type TrendFit } from "./fit-trend.ts";
import { visitShare } from "./fit-visit-shares.ts";
import { fitVisits } from "./fit-visits.ts";
import { dayWeights, demandShape, fitVolume, messagesPerThread } from "./fit-volume.ts";
import { FIRST, FOLLOW_UP, type OwnMessages } from "./own-messages.ts";
import type { Elapsed, TouchTimes } from "./touch-times.ts";

export interface Surroundings {
  readonly extract: Extract;
  readonly own: OwnMessages;
  readonly calendar: Calendar;
  readonly times: TouchTimes;
  /** By role: whether there is a post. */
  readonly posts: readonly boolean[];
  readonly span: { readonly from: number; readonly to: number };
  readonly accounts: number | undefined;
}

const HOURS = 24;
const FEWEST_THREADS = 100;
const FEWEST_OF_TOPIC = 5;
const WARM_UP_DAYS = 42;
const DAYS_PER_WEEK = 7;
const MOST_TOPICS = 24;
/** By how much a criterion has to be less for laws of their own. */
const CLEARLY = 10;
const CLERKS_REPLY = 0.02;

/** What is learned of one specialty; undefined where fewer than 100 threads begin in it. */
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
  if (threads < FEWEST_THREADS) return undefined;
  const profile = fitProfile(began, calendar, span);
  const dateOf = (day: number) => calendar.dateOf(day);
  const year = civilFromDays(dayNumber(extract.start) + WARM_UP_DAYS).year;
  const byDay = Float64Array.from({ length: span.to }, (_, day) =>
    began.subarray(day * HOURS, (day + 1) * HOURS).reduce((sum, n) => sum + n, 0),
  );
  const plain = dayWeights(demandShape(profile, undefined, dateOf), calendar, year);
  const trend = trendOf(byDay, plain);
  const shape = demandShape(profile, trend, dateOf);
  const weights = dayWeights(shape, calendar, year).subarray(0, span.to);
  const exposure = weights.reduce((sum, w) => sum + w, 0);
  const means = weights.map((w) => (w * threads) / exposure);
  const dayFactor = fitDayFactor(byDay, means, DAYS_PER_WEEK + parametersOf(trend));
  const heterogeneity = fitHeterogeneity(
    [...threadsOf.values()],
    accounts === undefined ? undefined : Math.round(accounts * share),
  );
  const topics = topicsOf(specialty, about);
  const perThread = messagesPerThread(topics.map((topic) => ({ ...topic, share: topic.share.estimate })));
  const clumping =
    heterogeneity === undefined ? 0 : heterogeneity.mean.estimate / heterogeneity.shape.estimate;
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
    trend,
    shape,
    dayFactor,
    heterogeneity,
    topics,
    chasers: fitChasers(own, isHere),
    visits:
      extract.visits === undefined
        ? undefined
        : fitVisits(extract.visits, specialty, {
            calendar,
            span,
            end: extract.end,
          }),
    calls: extract.calls === undefined ? undefined : fitCalls(extract.calls, specialty, calendar, span),
    triage,
    forwarded: triage === "none" ? UNKNOWN : forwardedBounds(1 - kept, closers.replies),
    closedUnanswered: closedUnanswered(own, isHere),
  };
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

function topicsOf(specialty: number, about: Surroundings): readonly TopicFit[] {
  const { extract, own, times, posts } = about;
  const isHere = (i: number) => own.specialty[i] === specialty;
  const groups = topicGroups(own, specialty, extract.names.topics);
  const whole = fitThreads(own, isHere);
  const parts = groups.map(({ is }) => fitThreads(own, (i) => isHere(i) && is(own.topic[i]!)));
  const ownDelay = prefersOwn(whole, parts);
  const shares = sharesOf(own, isHere, groups);
  const pooled = minutesOf(times, (e) => e.specialty === specialty);
  return groups.map(({ name, is }, g): TopicFit => {
    const part = parts[g]!;
    const mine = groups.length === 1 ? {} : minutesOf(times, (e) => e.specialty === specialty && is(e.topic));
    return {
      name,
      threads: part.threads,
      share: shares[g]!,
      urgent: part.urgent,
      followUp: part.followUp,
      thanks: Number.isNaN(part.thanks.estimate) ? whole.thanks : part.thanks,
      delay: ownDelay && part.delay !== undefined ? part.delay : whole.delay,
      ownDelay: ownDelay && part.delay !== undefined,
      visits: visitShare(own, extract.visits, extract.end, (i) => isHere(i) && is(own.topic[i]!)),
      closers: fitClosers(own, (i) => isHere(i) && is(own.topic[i]!), posts),
      minutes: { ...pooled, ...mine },
      ownMinutes: Object.keys(mine) as MinutesScope[],
    };
  });
}

interface TopicGroup {
  readonly name: string;
  readonly is: (topic: number) => boolean;
}

/** Topics by name, those of fewer than five threads, and the rarest where there are many, as one. */
function topicGroups(own: OwnMessages, specialty: number, names: readonly string[]): readonly TopicGroup[] {
  const threads = new Float64Array(names.length);
  for (let i = 0; i < own.count; i += 1) {
    if (own.specialty[i] === specialty && own.kind[i] === FIRST && own.topic[i]! >= 0)
      threads[own.topic[i]!]! += 1;
  }
  const byThreads = names.map((_, topic) => topic).sort((a, b) => threads[b]! - threads[a]!);
  const kept = byThreads.filter((topic) => threads[topic]! >= FEWEST_OF_TOPIC).slice(0, MOST_TOPICS - 1);
  const rest = byThreads.filter((topic) => threads[topic]! > 0 && !kept.includes(topic));
  const groups: TopicGroup[] = kept
    .sort((a, b) => a - b)
    .map((topic) => ({ name: names[topic]!, is: (t) => t === topic }));
  const restThreads = rest.reduce((sum, topic) => sum + threads[topic]!, 0);
  if (restThreads >= FEWEST_OF_TOPIC && kept.length > 0) {
    const name = groups.some((group) => group.name === "other") ? "other topics" : "other";
    groups.push({ name, is: (t) => rest.includes(t) });
  }
  return groups.length === 0 ? [{ name: "everything", is: () => true }] : groups;
}

/** Whether laws of their own for topics are better than one for all, by Akaike's criterion and clearly. */
function prefersOwn(whole: ThreadFit, parts: readonly ThreadFit[]): boolean {
  if (whole.delay === undefined || parts.length < 2) return false;
  if (parts.some(({ delay }) => delay === undefined)) return false;
  // The chance of a next message differs by topic anyhow, so it is taken out: of each law only what it says of delays is compared.
  const delaysOnly = (fits: readonly ThreadFit[]) =>
    fits.reduce((sum, { delay }) => sum + delay!.best.criterion - chanceTerm(delay!.came, delay!.watched), 0);
  return delaysOnly(parts) + CLEARLY < delaysOnly([whole]);
}

/** −2 log-likelihood of so many that came and so many that did not. */
function chanceTerm(came: number, watched: number): number {
  const n = came + watched;
  const part = (k: number) => (k === 0 ? 0 : k * log(k / n));
  return -2 * (part(came) + part(watched));
}

function sharesOf(
  own: OwnMessages,
  isHere: (i: number) => boolean,
  groups: readonly TopicGroup[],
): readonly Bounds[] {
  let last = -1;
  for (const patient of own.patient) last = Math.max(last, patient);
  const all = new Float64Array(last + 1);
  const by = groups.map(() => new Float64Array(last + 1));
  for (let i = 0; i < own.count; i += 1) {
    if (!isHere(i) || own.kind[i] !== FIRST) continue;
    const group = groups.findIndex(({ is }) => is(own.topic[i]!));
    if (group < 0) continue;
    all[own.patient[i]!]! += 1;
    by[group]![own.patient[i]!]! += 1;
  }
  return by.map((mine) => clusteredShare(mine, all));
}

/** Minutes as they elapsed, by kind; those by people who read first hold the reading. */
function minutesOf(
  times: TouchTimes,
  is: (e: Elapsed) => boolean,
): Partial<Record<MinutesScope, MinutesFit>> {
  const { reading, replying, following, exact, readsFirst } = times;
  const physician = rankOf("physician");
  const of = (list: readonly Elapsed[], scope?: MinutesScope, bound = false) =>
    fitMinutes(
      list
        .filter((e) => is(e) && (scope === undefined || scopeOf(ROLES[e.role]!) === scope))
        .map((e) => e.minutes),
      bound,
    );
  const replies = (scope: MinutesScope, first: boolean) =>
    of(exact, scope) ?? (first ? of(replying, scope) : of(following, scope, true));
  const found = {
    triage: of(reading.filter((e) => e.role < physician)),
    clerk: replies("clerk", readsFirst[rankOf("clerk")] === true),
    nurse: replies("nurse", readsFirst[rankOf("nurse")] === true),
    physician: replies("physician", false),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fit]) => fit !== undefined));
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

function closedUnanswered(own: OwnMessages, isHere: (i: number) => boolean): Bounds {
  const [hits, all] = [new Float64Array(1), new Float64Array(1)];
  for (let i = 0; i < own.count; i += 1) {
    if (!isHere(i) || own.kind[i]! > FOLLOW_UP || own.kind[i] !== FIRST) continue;
    if (Number.isNaN(own.replied[i]!) && Number.isNaN(own.closed[i]!)) continue;
    all[0]! += 1;
    if (Number.isNaN(own.replied[i]!)) hits[0]! += 1;
  }
  return clusteredShare(hits, all);
}
