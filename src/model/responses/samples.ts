import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { MinuteClock } from "../minute-clock.ts";
import type { MessageColumns } from "./message-columns.ts";

/** Waits of single messages, threads or calls, +Infinity for what never came. */
export type SampleName =
  | "first_read_business_h"
  | "first_read_wall_h"
  | "first_reply_business_h"
  | "first_reply_wall_h"
  | "later_reply_business_h"
  | "later_reply_wall_h"
  | "resolution_business_h"
  | "resolution_wall_d"
  | "call_wait_min";

export type Samples = Readonly<Record<SampleName, Float64Array<ArrayBuffer>>>;

/** All samples of a run, in ascending order; `callWaits` are those of the window [min], in any order. */
export function samplesOf(
  messages: MessageColumns,
  business: MinuteClock,
  callWaits: readonly number[],
): Samples {
  const samples = {
    ...readSamples(messages, business),
    ...replySamples(messages),
    ...resolutionSamples(messages, business),
    call_wait_min: Float64Array.from(callWaits),
  };
  for (const sample of Object.values(samples)) sample.sort();
  return samples;
}

/** Waits of all messages sent in the window until anybody takes them up [h]; Infinity where nobody did in the run. */
function readSamples(messages: MessageColumns, business: MinuteClock) {
  const open: number[] = [];
  const wall: number[] = [];
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.inWindow[i] === 0) continue;
    const sent = messages.sent[i]!;
    const read = messages.firstRead[i]!;
    open.push(orForEver(business.between(sent, read), read) / MINUTES_PER_HOUR);
    wall.push(orForEver(read - sent, read) / MINUTES_PER_HOUR);
  }
  return { first_read_business_h: Float64Array.from(open), first_read_wall_h: Float64Array.from(wall) };
}

/** Waits for the reply of all messages sent in the window that need one [h]; Infinity where none came in the run. */
function replySamples(messages: MessageColumns) {
  const first = { business: [] as number[], wall: [] as number[] };
  const later = { business: [] as number[], wall: [] as number[] };
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.inWindow[i] === 0 || messages.needsReply[i] === 0) continue;
    const replied = messages.replied[i]!;
    const waits = messages.opensThread[i] === 1 ? first : later;
    waits.business.push(orForEver(messages.replyBusiness[i]!, replied) / MINUTES_PER_HOUR);
    waits.wall.push(orForEver(replied - messages.sent[i]!, replied) / MINUTES_PER_HOUR);
  }
  return {
    first_reply_business_h: Float64Array.from(first.business),
    first_reply_wall_h: Float64Array.from(first.wall),
    later_reply_business_h: Float64Array.from(later.business),
    later_reply_wall_h: Float64Array.from(later.wall),
  };
}

/**
 * From the first message of each thread to the last closing of any of its messages in the run [h, days], for threads opened in
 * the window; Infinity while one of them is open. A message so late that it opens a new thread ends the one before; so
 * does the end of the run, if the next one is to come after it.
 * The messages of a thread must come in the order of its rounds.
 */
function resolutionSamples(messages: MessageColumns, business: MinuteClock) {
  const opened: number[] = [];
  const resolved: number[] = [];
  const current = new Map<number, number>();
  for (let i = 0; i < messages.count; i += 1) {
    const thread = messages.thread[i]!;
    if (messages.opensThread[i] === 1) {
      if (messages.inWindow[i] === 1) {
        current.set(thread, opened.length);
        opened.push(messages.sent[i]!);
        resolved.push(0);
      } else current.delete(thread);
    }
    const index = current.get(thread);
    if (index === undefined) continue;
    const closed = messages.closed[i]!;
    // NaN, once an open message has made it so, stays.
    resolved[index] = Math.max(resolved[index]!, closed);
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

function orForEver(wait: number, ended: number): number {
  return Number.isNaN(ended) ? Number.POSITIVE_INFINITY : wait;
}
