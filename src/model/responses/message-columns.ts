import type { ColumnValues, Table } from "../../results/index.ts";
import { WAIT_LABELS } from "../recorder/wait-labels.ts";

/** The columns of the message table that responses read, one entry per message. */
export interface MessageColumns {
  readonly count: number;
  readonly thread: ColumnValues;
  readonly round: ColumnValues;
  /** Place in `CAUSES`; 0: the patient's own. */
  readonly cause: ColumnValues;
  readonly specialty: ColumnValues;
  readonly inWindow: ColumnValues;
  readonly opensThread: ColumnValues;
  readonly needsReply: ColumnValues;
  readonly needsVisit: ColumnValues;
  readonly urgent: ColumnValues;
  /** 0: it was let in; else a place in `frontDoorTypes` and 1. */
  readonly turnedAwayBy: ColumnValues;
  /** Of those turned away: 0 nothing, 1 a call, 2 a visit. */
  readonly instead: ColumnValues;
  readonly sent: ColumnValues;
  readonly firstRead: ColumnValues;
  readonly replied: ColumnValues;
  readonly closed: ColumnValues;
  /** 0: nobody; else the team's index and 1. */
  readonly closedBy: ColumnValues;
  readonly settledInCall: ColumnValues;
  readonly emergency: ColumnValues;
  readonly replyBusiness: ColumnValues;
  readonly clerkTouches: ColumnValues;
  readonly nurseTouches: ColumnValues;
  readonly physicianTouches: ColumnValues;
  /** In the order of `WAIT_LABELS` [min]. */
  readonly waited: readonly ColumnValues[];
}

export function messageColumns(messages: Table): MessageColumns {
  return {
    count: messages.rowCount,
    thread: messages.column("thread"),
    round: messages.column("round"),
    cause: messages.column("cause"),
    specialty: messages.column("specialty"),
    inWindow: messages.column("in_window"),
    opensThread: messages.column("opens_thread"),
    needsReply: messages.column("needs_reply"),
    needsVisit: messages.column("needs_visit"),
    urgent: messages.column("urgent"),
    turnedAwayBy: messages.column("turned_away_by"),
    instead: messages.column("instead"),
    sent: messages.column("sent_min"),
    firstRead: messages.column("first_read_min"),
    replied: messages.column("replied_min"),
    closed: messages.column("closed_min"),
    closedBy: messages.column("closed_by"),
    settledInCall: messages.column("settled_in_call"),
    emergency: messages.column("emergency_min"),
    replyBusiness: messages.column("reply_business_min"),
    clerkTouches: messages.column("clerk_touches"),
    nurseTouches: messages.column("nurse_touches"),
    physicianTouches: messages.column("physician_touches"),
    waited: WAIT_LABELS.map((label) => messages.column(`waited_${label}_min`)),
  };
}

/** Whether a message is the patient's own, sent in the window and in need of a reply, let in or not: the base of waits and promises. */
export function isOwed(messages: MessageColumns, i: number): boolean {
  return messages.inWindow[i] === 1 && messages.cause[i] === 0 && messages.needsReply[i] === 1;
}

/** When anybody first knew of a message: took it up, or settled it in a call; NaN: nobody has. */
export function knownAt(messages: MessageColumns, i: number): number {
  const read = messages.firstRead[i]!;
  return Number.isNaN(read) ? messages.closed[i]! : read;
}
