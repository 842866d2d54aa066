import type { ClinicRecorder } from "../clinic-recorder.ts";
import type { Model } from "../compile.ts";
import type { MessageLog } from "../recorder/message-log.ts";

/**
 * By team: minutes of its physicians on messages in the window that nobody pays for under the billing policy [min]. Hours that are paid
 * pay for what is worked in them. Of the rest, the share of a thread's minutes that is billed is paid; a follow-up so late that it opens a
 * new thread begins a new count. Chasers and duplicates count with the message that they are about.
 */
export function unpaidMinutes(
  { billing, clinic }: Model,
  { numbers, messageWork, world }: ClinicRecorder,
  messages: MessageLog,
): readonly number[] {
  const open = new Map<number, Open>();
  const unpaid = clinic.teams.map(() => 0);
  const settle = (thread: number, { minutes, sent, candidates }: Open) => {
    const total = minutes.reduce((sum, each) => sum + each, 0);
    if (total === 0) return;
    unpaid[world.threads[thread]!.team]! += candidates * (1 - billing.billed({ minutes, sent }) / total);
  };
  for (let i = 0; i < messages.count; i += 1) {
    if (messages.cause[i] !== 0 || messages.turnedAwayBy[i]! > 0) continue;
    const thread = messages.thread[i]!;
    const number = numbers.of(thread, messages.round[i]!);
    const minutes = messageWork.physicianMinutes[number]!;
    let current = open.get(thread);
    if (current === undefined || messages.opensThread[i] === 1) {
      if (current !== undefined) settle(thread, current);
      current = { minutes: [], sent: [], candidates: 0 };
      open.set(thread, current);
    }
    current.minutes.push(minutes);
    current.sent.push(messages.sent[i]!);
    current.candidates += messageWork.unpaidMinutes[number]!;
  }
  for (const [thread, current] of open) settle(thread, current);
  return unpaid;
}

interface Open {
  readonly minutes: number[];
  readonly sent: number[];
  /** [min] in the window that hours do not pay for. */
  candidates: number;
}
