import type { RecordedRun } from "./recorded-run.ts";

/**
 * L = λ W over the window, for messages from sending to closing. Its two sides come from different books: L from counting up and
 * down as things happen, λ W from the times written down of each message. So a message that is lost, told twice or written down
 * with a wrong time shows. Sums, so that replications can be added up; over the window's length, the first two are L and λ W.
 */
export interface LittlesLaw {
  /** Number of open messages, added up over the window [message min]. */
  readonly openMinutes: number;
  /** Of every message's stay, the part that lies in the window, added up [message min]. */
  readonly stayMinutes: number;
  /** Messages sent in the window and let in. */
  readonly sent: number;
  /** Their whole stays, beyond the window too [message min]; to the end of the run for those that are open then. */
  readonly sentMinutes: number;
  /** (L − λ W) / the greater: no more than rounding, far below 1e-9, where the books are right; 0 where nothing was open. */
  readonly residual: number;
}

export function littlesLaw({ model, recorder, messages }: RecordedRun): LittlesLaw {
  let stayMinutes = 0;
  let sent = 0;
  let sentMinutes = 0;
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.turnedAwayBy[i]! > 0) continue;
    const from = messages.sent[i]!;
    const closed = messages.closed[i]!;
    stayMinutes += recorder.openInWindow(from, closed);
    if (messages.inWindow[i] === 0) continue;
    sent += 1;
    sentMinutes += (Number.isNaN(closed) ? model.end : closed) - from;
  }
  const openMinutes = recorder.openMinutes();
  const most = Math.max(openMinutes, stayMinutes);
  const residual = most === 0 ? 0 : (openMinutes - stayMinutes) / most;
  return { openMinutes, stayMinutes, sent, sentMinutes, residual };
}
