import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { Model } from "../compile.ts";
import type { VisitRecord } from "../observer.ts";
import { isOwed, knownAt, type MessageLog } from "../recorder/message-log.ts";
import { specialtySlugs } from "./slug.ts";
import { daysToRecover, surgesOf } from "./surges.ts";

/** Waits of single messages, threads, calls and visits, and lengths of recoveries; +Infinity for what never came. */
export type SampleName =
  | "first_read_business_h"
  | "first_read_wall_h"
  | "first_reply_business_h"
  | "first_reply_wall_h"
  | "later_reply_business_h"
  | "later_reply_wall_h"
  | "resolution_business_h"
  | "resolution_wall_d"
  | "urgent_read_wall_h"
  | "call_wait_min"
  | "visit_lead_d"
  | SpecialtySample
  | RecoverySample;

/** First replies by the slug of the specialty, where there are several. */
type SpecialtySample = `first_reply_business_h_${string}`;
/** By place in `surgesOf`. */
export type RecoverySample = `recovery_d_${number}`;

export type Samples = Readonly<Record<SampleName, Float64Array<ArrayBuffer>>>;

/** What was watched in a run beside its messages: waits of calls that came in the window [min], and visits booked in it. */
export interface Watched {
  readonly callWaits: readonly number[];
  readonly visits: readonly VisitRecord[];
}

/**
 * All samples of a run, in ascending order. Messages are patients' own, sent in the window; one that was turned away waits for ever if it
 * needed a reply, and is left out if not.
 */
export function samplesOf(model: Model, messages: MessageLog, { callWaits, visits }: Watched): Samples {
  const samples: Samples = {
    ...readSamples(model, messages),
    ...replySamples(model, messages),
    ...resolutionSamples(model, messages),
    call_wait_min: Float64Array.from(callWaits),
    visit_lead_d: Float64Array.from(visits, ({ booked, day }) =>
      day < 0 ? Number.POSITIVE_INFINITY : day - model.calendar.dayOf(booked),
    ),
    ...recoverySamples(model, messages),
  };
  for (const sample of Object.values(samples)) sample.sort();
  return samples;
}

/** Until anybody knows of a message [h]. */
function readSamples({ calendar }: Model, messages: MessageLog) {
  const open: number[] = [];
  const wall: number[] = [];
  const urgent: number[] = [];
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.inWindow[i] === 0 || messages.cause[i] !== 0) continue;
    if (isNoLoss(messages, i)) continue;
    const sent = messages.sent[i]!;
    const known = knownAt(messages, i);
    const wait = orForEver(known - sent, known) / MINUTES_PER_HOUR;
    open.push(orForEver(calendar.business.between(sent, known), known) / MINUTES_PER_HOUR);
    wall.push(wait);
    if (messages.urgent[i] === 1 && messages.needsReply[i] === 1) urgent.push(wait);
  }
  return {
    first_read_business_h: Float64Array.from(open),
    first_read_wall_h: Float64Array.from(wall),
    urgent_read_wall_h: Float64Array.from(urgent),
  };
}

/** Until the reply to a message that needs one [h]. */
function replySamples(model: Model, messages: MessageLog) {
  const first = { business: [] as number[], wall: [] as number[] };
  const later = { business: [] as number[], wall: [] as number[] };
  const bySpecialty = model.specialties.map((): number[] => []);
  for (let i = 0; i < messages.count; i += 1) {
    if (!isOwed(messages, i)) continue;
    const replied = messages.replied[i]!;
    const business = orForEver(messages.replyBusiness[i]!, replied) / MINUTES_PER_HOUR;
    const isFirst = messages.opensThread[i] === 1;
    const waits = isFirst ? first : later;
    waits.business.push(business);
    waits.wall.push(orForEver(replied - messages.sent[i]!, replied) / MINUTES_PER_HOUR);
    if (isFirst) bySpecialty[messages.specialty[i]!]!.push(business);
  }
  return {
    first_reply_business_h: Float64Array.from(first.business),
    first_reply_wall_h: Float64Array.from(first.wall),
    later_reply_business_h: Float64Array.from(later.business),
    later_reply_wall_h: Float64Array.from(later.wall),
    ...Object.fromEntries(
      specialtySlugs(model).map((slug, specialty) => [
        `first_reply_business_h_${slug}` satisfies SpecialtySample,
        Float64Array.from(bySpecialty[specialty]!),
      ]),
    ),
  };
}

/**
 * From the first message of each thread to the last closing of any of its messages in the run [h, days], for threads opened in
 * the window; Infinity while one of them is open, or was turned away in need of a reply. A message so late that it opens a new thread ends
 * the one before; so does the end of the run, if the next one is to come after it.
 * The messages of a thread must come in the order of its rounds.
 */
function resolutionSamples({ calendar: { business } }: Model, messages: MessageLog) {
  const opened: number[] = [];
  const resolved: number[] = [];
  const current = new Map<number, number>();
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.cause[i] !== 0 || isNoLoss(messages, i)) continue;
    const thread = messages.thread[i]!;
    if (messages.opensThread[i] === 1) {
      current.delete(thread);
      if (messages.inWindow[i] === 1) {
        current.set(thread, opened.length);
        opened.push(messages.sent[i]!);
        resolved.push(0);
      }
    }
    const index = current.get(thread);
    if (index === undefined) continue;
    // NaN, once an open message has made it so, stays.
    resolved[index] = Math.max(resolved[index]!, messages.closed[i]!);
  }
  return {
    resolution_business_h: Float64Array.from(
      opened,
      (sent, i) => orForEver(business.between(sent, resolved[i]!), resolved[i]!) / MINUTES_PER_HOUR,
    ),
    resolution_wall_d: Float64Array.from(
      opened,
      (sent, i) => orForEver(resolved[i]! - sent, resolved[i]!) / MINUTES_PER_DAY,
    ),
  };
}

/** Turned away, and nobody waits for a reply. */
function isNoLoss(messages: MessageLog, i: number): boolean {
  return messages.turnedAwayBy[i]! > 0 && messages.needsReply[i] === 0;
}

function recoverySamples(model: Model, messages: MessageLog) {
  return Object.fromEntries(
    surgesOf(model).map((surge, i) => [
      `recovery_d_${i}` satisfies RecoverySample,
      Float64Array.of(daysToRecover(model, messages, surge)),
    ]),
  );
}

function orForEver(wait: number, ended: number): number {
  return Number.isNaN(ended) ? Number.POSITIVE_INFINITY : wait;
}
