import type { ColumnValues, Table } from "../../results/index.ts";

/** The columns of the message table that responses read, one entry per message. */
export interface MessageColumns {
  readonly count: number;
  readonly thread: ColumnValues;
  readonly inWindow: ColumnValues;
  readonly opensThread: ColumnValues;
  readonly needsReply: ColumnValues;
  readonly needsVisit: ColumnValues;
  readonly urgent: ColumnValues;
  readonly sent: ColumnValues;
  readonly firstRead: ColumnValues;
  readonly replied: ColumnValues;
  readonly closed: ColumnValues;
  /** 0: nobody; else the team's index and 1. */
  readonly closedBy: ColumnValues;
  readonly replyBusiness: ColumnValues;
  readonly physicianTouches: ColumnValues;
}

export function messageColumns(messages: Table): MessageColumns {
  return {
    count: messages.rowCount,
    thread: messages.column("thread"),
    inWindow: messages.column("in_window"),
    opensThread: messages.column("opens_thread"),
    needsReply: messages.column("needs_reply"),
    needsVisit: messages.column("needs_visit"),
    urgent: messages.column("urgent"),
    sent: messages.column("sent_min"),
    firstRead: messages.column("first_read_min"),
    replied: messages.column("replied_min"),
    closed: messages.column("closed_min"),
    closedBy: messages.column("closed_by"),
    replyBusiness: messages.column("reply_business_min"),
    physicianTouches: messages.column("physician_touches"),
  };
}

/** How many messages sent in the window fulfil a condition. */
export function countSent(messages: MessageColumns, condition: (index: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < messages.count; i += 1) if (messages.inWindow[i] === 1 && condition(i)) count += 1;
  return count;
}
