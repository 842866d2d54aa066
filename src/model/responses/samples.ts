import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import type { MessageColumns } from "./message-columns.ts";

/** Waits of single messages or threads, +Infinity for what never came. */
export type SampleName =
  | "first_reply_business_h"
  | "first_reply_wall_h"
  | "later_reply_business_h"
  | "resolution_wall_d";

interface ReplySamples {
  readonly first_reply_business_h: Float64Array<ArrayBuffer>;
  readonly first_reply_wall_h: Float64Array<ArrayBuffer>;
  readonly later_reply_business_h: Float64Array<ArrayBuffer>;
}

/** Waits for the reply of all messages sent in the window that need one [h]; Infinity where none came in the run. */
export function replySamples(messages: MessageColumns): ReplySamples {
  const firstBusiness: number[] = [];
  const firstWall: number[] = [];
  const later: number[] = [];
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.inWindow[i] === 0 || messages.needsReply[i] === 0) continue;
    const replied = messages.replied[i]!;
    const open = Number.isNaN(replied);
    const business = open ? Number.POSITIVE_INFINITY : messages.replyBusiness[i]! / MINUTES_PER_HOUR;
    if (messages.opensThread[i] === 1) {
      firstBusiness.push(business);
      firstWall.push(open ? Number.POSITIVE_INFINITY : (replied - messages.sent[i]!) / MINUTES_PER_HOUR);
    } else later.push(business);
  }
  return {
    first_reply_business_h: Float64Array.from(firstBusiness),
    first_reply_wall_h: Float64Array.from(firstWall),
    later_reply_business_h: Float64Array.from(later),
  };
}

/**
 * From the first message of each thread to the last closing of any of its messages in the run [days], for threads opened in
 * the window; Infinity while one of them is open. A message so late that it opens a new thread ends the one before.
 * The messages of a thread must come in the order of its rounds.
 */
export function resolutionSample(messages: MessageColumns): Float64Array<ArrayBuffer> {
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
    resolved[index] = Number.isNaN(closed) ? Number.POSITIVE_INFINITY : Math.max(resolved[index]!, closed);
  }
  return Float64Array.from(opened, (sent, i) => (resolved[i]! - sent) / MINUTES_PER_DAY);
}
