import type { FaultTally } from "./fault-tally.ts";
import type { SampledRows } from "./sampled-rows.ts";

const PATIENT = 0;
const STAFF = 1;

/**
 * Messages of staff that stand in rows of their own answer what patients wrote before in the same thread, where no reply is told yet. `messages` are sorted by
 * thread and time; `threadOf` goes along with them.
 */
export function answerThreads(
  sample: SampledRows,
  messages: readonly number[],
  threadOf: readonly number[],
  faults: FaultTally,
): void {
  const { columns, share } = sample;
  const { sender, sent, replied, closed, staff, role } = columns;
  let waiting: number[] = [];
  let hasPatient = false;
  messages.forEach((row, i) => {
    if (i === 0 || threadOf[i] !== threadOf[i - 1]) {
      waiting = [];
      hasPatient = false;
    }
    if (sender[row] === PATIENT) {
      hasPatient = true;
      if (Number.isNaN(replied[row]!)) waiting.push(row);
    } else if (sender[row] === STAFF) {
      if (!hasPatient) {
        const place = { file: columns.file[row]!, row: columns.row[row]! };
        faults.add("reply-without-message", place, undefined, 1, share);
      }
      for (const message of waiting) {
        if (closed[message]! < sent[row]!) continue;
        replied[message] = sent[row]!;
        staff[message] = staff[row]!;
        role[message] = role[row]!;
      }
      waiting = [];
    }
  });
}
