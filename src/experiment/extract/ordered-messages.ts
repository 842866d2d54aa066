import type { SampledRows } from "./sampled-rows.ts";

/** Messages of the sample in order: rows of the store, and along with them the ordinals of thread and patient. */
export interface OrderedMessages {
  readonly rows: readonly number[];
  readonly threads: readonly number[];
  readonly patients: readonly number[];
}

/** Puts messages (rows of the store) in order of patient, thread and sending. */
export function inOrder({ columns }: SampledRows, messages: readonly number[]): OrderedMessages {
  const patientOf = ordinals(messages, (row) => columns.patient[row]!);
  let nameless = 0;
  const threadOf = ordinals(messages, (row) => {
    const thread = columns.thread[row]!;
    if (thread >= 0) return thread;
    nameless -= 1;
    return nameless;
  });
  const order = messages.map((_, i) => i);
  const sent = (i: number) => columns.sent[messages[i]!]!;
  order.sort(
    (a, b) => patientOf[a]! - patientOf[b]! || threadOf[a]! - threadOf[b]! || sent(a) - sent(b) || a - b,
  );
  // Threads count up in the order in which they now stand.
  const threads = ordinals(order, (i) => threadOf[i]!);
  return { rows: order.map((i) => messages[i]!), threads, patients: order.map((i) => patientOf[i]!) };
}

/** Which of the different keys each has, in the order of their first. */
function ordinals(rows: readonly number[], keyOf: (row: number) => number): number[] {
  const known = new Map<number, number>();
  return rows.map((row) => {
    const key = keyOf(row);
    let ordinal = known.get(key);
    if (ordinal === undefined) {
      ordinal = known.size;
      known.set(key, ordinal);
    }
    return ordinal;
  });
}
