import type { Calendar } from "../../model/index.ts";
import type { ExtractSample } from "../extract/extract.ts";
import { SENDERS } from "../extract/extract-field.ts";
import { type LogTells, whatLogTells } from "./log-tells.ts";

/** Why a patient wrote, as far as an extract tells: what `OwnMessages.kind` holds. */
export const FIRST = 0;
export const FOLLOW_UP = 1;
export const THANKS = 2;
export const CHASER = 3;
export const DUPLICATE = 4;

/**
 * Messages of patients of a sample, as a model of threads sees them; one entry per message, in the sample's order. Times are [min since start],
 * delays waking minutes; NaN: none, not yet, or not told.
 */
export interface OwnMessages {
  readonly tells: LogTells;
  readonly count: number;
  readonly patient: Int32Array;
  readonly thread: Int32Array;
  readonly specialty: Int16Array;
  /** Of the first message of the thread; −1 missing. */
  readonly topic: Int16Array;
  /** Of the first message of the thread; −1 missing. */
  readonly urgent: Int8Array;
  readonly kind: Int8Array;
  readonly staff: Int16Array;
  readonly role: Int8Array;
  readonly sent: Float64Array;
  readonly read: Float64Array;
  readonly replied: Float64Array;
  readonly closed: Float64Array;
  /** From the end of this message to the patient's next of the thread; NaN: none came. */
  readonly nextAfter: Float64Array;
  /** From its end for how long a next one would have been seen; NaN: it has not ended. */
  readonly watchedFor: Float64Array;
  /** From its sending to a chaser or duplicate about it; NaN: none. */
  readonly chasedAfter: Float64Array;
  /** From its sending to its end, or to the end of the extract. */
  readonly waited: Float64Array;
}

const PATIENT = SENDERS.indexOf("patient");

/**
 * What each message of a patient is: the first of its thread; a *chaser* if the message before waits still, a *duplicate* if besides it is answered for
 * itself, not by the reply to that message; else a *follow-up*, which is *thanks* if it was closed without a reply. A message ends when it is replied to or, without a
 * reply, closed. `end` is the last moment that the extract tells of [min].
 *
 * Where the log does not tell of replies, a closing stands for one. Where it does not tell of closings, a later message that has no reply after
 * `settledAfter` is thanks, a chaser is done when the message is that it is about, and a first message waits no longer than `settledAfter`. Where it tells
 * of neither, every later message is a follow-up of which nothing is known.
 */
export function ownMessages(sample: ExtractSample, calendar: Calendar, end: number): OwnMessages {
  const tells = whatLogTells(sample, end);
  const rows: number[] = [];
  for (let i = 0; i < sample.sent.length; i += 1) {
    if (sample.sender[i] === PATIENT && !Number.isNaN(sample.sent[i]!)) rows.push(i);
  }
  const count = rows.length;
  const from = <T extends Int8Array | Int16Array | Int32Array | Float64Array>(column: T): T =>
    column.constructor === Float64Array
      ? (Float64Array.from(rows, (i) => column[i]!) as T)
      : ((column.constructor as Int32ArrayConstructor).from(rows, (i) => column[i]!) as unknown as T);
  const nothing = () => new Float64Array(count).fill(Number.NaN);
  const own = {
    tells,
    count,
    patient: from(sample.patient),
    thread: from(sample.thread),
    specialty: from(sample.specialty),
    topic: from(sample.topic),
    urgent: from(sample.urgent),
    kind: new Int8Array(count),
    staff: from(sample.staff),
    role: from(sample.role),
    sent: from(sample.sent),
    read: from(sample.firstRead),
    replied: from(tells.replies ? sample.replied : sample.closed),
    closed: from(sample.closed),
    nextAfter: nothing(),
    watchedFor: nothing(),
    chasedAfter: nothing(),
    waited: nothing(),
  };
  const { waking } = calendar;
  const tellsEnds = tells.replies || tells.closings;
  const isOver = (i: number) => !tells.closings && own.sent[i]! < end - tells.settledAfter;
  let first = 0;
  let latest = 0;
  for (let i = 0; i < count; i += 1) {
    const isFirst = i === 0 || own.thread[i] !== own.thread[i - 1];
    const sent = own.sent[i]!;
    const isReplied = !Number.isNaN(own.replied[i]!);
    if (isFirst) {
      first = i;
      latest = i;
    } else {
      own.topic[i] = own.topic[first]!;
      own.urgent[i] = own.urgent[first]!;
      own.specialty[i] = own.specialty[first]!;
      const told = endOf(own, latest);
      const before = Number.isNaN(told) && own.kind[latest] === THANKS ? own.sent[latest]! : told;
      if (tellsEnds && (Number.isNaN(before) || before > sent)) {
        own.kind[i] = isReplied && own.replied[i] !== own.replied[latest] ? DUPLICATE : CHASER;
        if (!tells.closings && Number.isNaN(own.closed[i]!)) own.closed[i] = before;
        if (Number.isNaN(own.chasedAfter[latest]!)) {
          own.chasedAfter[latest] = waking.between(own.sent[latest]!, sent);
        }
      } else {
        own.kind[i] = !isReplied && (!Number.isNaN(own.closed[i]!) || isOver(i)) ? THANKS : FOLLOW_UP;
        if (tellsEnds && Number.isNaN(own.nextAfter[latest]!))
          own.nextAfter[latest] = waking.between(before, sent);
        latest = i;
      }
    }
    const ended = endOf(own, i);
    const until = isOver(i) ? sent + tells.settledAfter : end;
    own.waited[i] = waking.between(sent, Number.isNaN(ended) ? until : ended);
    if (!Number.isNaN(ended)) own.watchedFor[i] = waking.between(ended, end);
  }
  return own;
}

/** [min since start] When a message was done with: replied to, or closed without a reply; NaN: not yet. */
export function endOf({ replied, closed }: Pick<OwnMessages, "replied" | "closed">, i: number): number {
  return Number.isNaN(replied[i]!) ? closed[i]! : replied[i]!;
}
