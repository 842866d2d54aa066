import { ROLES, type Scope, scopeOf } from "../../model/index.ts";
import { log } from "../../random/index.ts";
import type { Bounds } from "./bounds.ts";
import { clusteredShare } from "./clustered-share.ts";
import type { MinutesScope, TopicFit } from "./fit.ts";
import { fitClosers } from "./fit-closers.ts";
import { fitMinutes, type MinutesFit } from "./fit-minutes.ts";
import { fitThreads, type ThreadFit } from "./fit-threads.ts";
import { visitShare } from "./fit-visit-shares.ts";
import { coveredBy } from "./fit-visits.ts";
import { FIRST, type OwnMessages } from "./own-messages.ts";
import type { Surroundings } from "./surroundings.ts";
import { type TopicGroup, topicGroups } from "./topic-groups.ts";
import type { Elapsed, TouchTimes } from "./touch-times.ts";

/** By how much a criterion has to be less for laws of their own. */
const CLEARLY = 10;

/** What is learned of each topic of a specialty. */
export function fitTopics(specialty: number, about: Surroundings): readonly TopicFit[] {
  const { extract, own, posts, calendar, span } = about;
  const days = extract.visits === undefined ? span : coveredBy(extract.visits, calendar, span);
  const covered = { from: calendar.dayStart(days.from), to: calendar.dayStart(days.to) };
  const isHere = (i: number) => own.specialty[i] === specialty;
  const groups = topicGroups(own, specialty, extract.names.topics);
  const whole = fitThreads(own, isHere);
  const parts = groups.map(({ is }) => fitThreads(own, (i) => isHere(i) && is(own.topic[i]!)));
  const ownDelay = prefersOwn(whole, parts);
  const shares = sharesOf(own, isHere, groups);
  const pooled = minutesOf(about, specialty, () => true);
  return groups.map(({ name, is }, g): TopicFit => {
    const part = parts[g]!;
    const mine = groups.length === 1 ? {} : minutesOf(about, specialty, (e) => is(e.topic));
    return {
      name,
      threads: part.threads,
      share: shares[g]!,
      urgent: part.urgent,
      followUp: part.followUp,
      thanks: Number.isNaN(part.thanks.estimate) ? whole.thanks : part.thanks,
      delay: ownDelay && part.delay !== undefined ? part.delay : whole.delay,
      ownDelay: ownDelay && part.delay !== undefined,
      visits: visitShare(own, extract.visits, covered, (i) => isHere(i) && is(own.topic[i]!)),
      closers: fitClosers(own, (i) => isHere(i) && is(own.topic[i]!), posts),
      minutes: { ...pooled, ...mine },
      ownMinutes: Object.keys(mine) as MinutesScope[],
    };
  });
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

/** Minutes as they elapsed less the calls in between, by kind; those by people who read first hold the reading. */
function minutesOf(
  { times, interruptions }: Surroundings,
  specialty: number,
  is: (e: Elapsed) => boolean,
): Partial<Record<MinutesScope, MinutesFit>> {
  const { reading, replying, following, exact, readsFirst } = times;
  const of = (list: readonly Elapsed[], scope: MinutesScope, isBound = false) => {
    const by = scope === "triage" ? reader(readsFirst, specialty) : scope;
    return fitMinutes(
      list.filter(
        (e) =>
          e.specialty === specialty && is(e) && (scope === "triage" || scopeOf(ROLES[e.role]!) === scope),
      ),
      { isBound, interruptions: isBound ? undefined : interruptions(by) },
    );
  };
  const replies = (scope: MinutesScope) =>
    of(exact, scope) ?? of(replying, scope) ?? of(following, scope, true);
  const found = {
    triage: of(reading, "triage"),
    clerk: replies("clerk"),
    nurse: replies("nurse"),
    physician: replies("physician"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fit]) => fit !== undefined));
}

/** Whose people read first in a specialty. */
export function reader(readsFirst: TouchTimes["readsFirst"], specialty: number): Scope {
  return ROLES.some((role, rank) => scopeOf(role) === "clerk" && readsFirst(specialty, rank))
    ? "clerk"
    : "nurse";
}
