import type { FaultTally } from "./fault-tally.ts";
import type { SampledRows } from "./sampled-rows.ts";

/** [min] By how much rows of one message may differ in when it was sent. */
const SAME_MOMENT = 60;

/**
 * Joins the rows of the sample that tell of the same message: events of one, rows of several receivers, rows that were exported twice. The earliest reading, reply
 * and closing count, and whoever made the reply that counts. Rows of the sample that are messages, in the order of the log; their columns are changed in place.
 */
export function mergeMessages(
  sample: SampledRows,
  isEventLog: boolean,
  faults: FaultTally,
): readonly number[] {
  const { columns, count, share } = sample;
  const messages: number[] = [];
  const rowOf = new Map<number | string, number>();
  for (let row = 0; row < count; row++) {
    const key = keyOf(sample, row, isEventLog);
    const first = rowOf.get(key);
    if (first === undefined) {
      rowOf.set(key, row);
      messages.push(row);
      continue;
    }
    const repeats = !Number.isNaN(columns.sent[row]!) && !Number.isNaN(columns.sent[first]!);
    if (repeats) {
      const place = { file: columns.file[row]!, row: columns.row[row]! };
      const apart = Math.abs(columns.sent[row]! - columns.sent[first]!);
      faults.add(
        apart > SAME_MOMENT ? "message-told-differently" : "duplicate-row",
        place,
        undefined,
        1,
        share,
      );
    }
    join(sample, first, row);
  }
  return messages;
}

function keyOf({ columns }: SampledRows, row: number, isEventLog: boolean): number | string {
  const message = columns.message[row]!;
  if (message >= 0) return message;
  const { patient, thread, sent, sender } = columns;
  // Events of a message without a name of its own are those of its thread.
  if (isEventLog) return thread[row]! < 0 ? `row ${row}` : thread[row]!;
  return `${patient[row]} ${thread[row]} ${sent[row]} ${sender[row]}`;
}

function join({ columns }: SampledRows, into: number, row: number): void {
  const { sent, read, replied, closed, staff, role, topic, urgent, sender } = columns;
  const isReply = replied[row]! < replied[into]! || (replied[row]! >= 0 && Number.isNaN(replied[into]!));
  const isOnly = Number.isNaN(replied[into]!) && staff[into]! < 0;
  if (staff[row]! >= 0 && (isReply || isOnly)) {
    staff[into] = staff[row]!;
    role[into] = role[row]!;
  }
  if (!Number.isNaN(sent[row]!)) sender[into] = sender[row]!;
  for (const column of [sent, read, replied, closed]) {
    const time = column[row]!;
    if (time < column[into]! || Number.isNaN(column[into]!)) column[into] = time;
  }
  if (topic[into]! < 0) topic[into] = topic[row]!;
  if (urgent[into]! < 0) urgent[into] = urgent[row]!;
}

/** Takes times that come before the sending out of a log of events, where they are only seen now. */
export function dropTimesBeforeSent(
  sample: SampledRows,
  messages: readonly number[],
  faults: FaultTally,
): void {
  const { columns, share } = sample;
  for (const row of messages) {
    const place = { file: columns.file[row]!, row: columns.row[row]! };
    for (const [name, fault] of [
      ["read", "read-before-sent"],
      ["replied", "replied-before-sent"],
      ["closed", "closed-before-sent"],
    ] as const) {
      if (!(columns[name][row]! < columns.sent[row]!)) continue;
      columns[name][row] = Number.NaN;
      faults.add(fault, place, undefined, 1, share);
    }
  }
}
