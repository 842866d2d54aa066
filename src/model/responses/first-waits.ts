import { isOwed, type MessageLog } from "../recorder/message-log.ts";
import { WAIT_LABELS, type WaitLabels } from "../recorder/wait-labels.ts";

/** First messages of threads that need a reply, sent in the window and answered in the run: how many, and how long they waited [min], in all and by place in `WAIT_LABELS`. */
export interface FirstWaits {
  readonly count: number;
  readonly minutes: number;
  readonly byLabel: readonly number[];
}

export function firstWaits(messages: MessageLog, labels: WaitLabels): FirstWaits {
  const byLabel = WAIT_LABELS.map(() => 0);
  let count = 0;
  let minutes = 0;
  for (let i = 0; i < messages.count; i += 1) {
    if (!isOwed(messages, i) || messages.opensThread[i] === 0 || Number.isNaN(messages.replied[i]!)) continue;
    count += 1;
    minutes += messages.replied[i]! - messages.sent[i]!;
    for (let label = 0; label < byLabel.length; label += 1) {
      byLabel[label]! += labels.minutesOf(messages.thread[i]!, messages.round[i]!, label);
    }
  }
  return { count, minutes, byLabel };
}
