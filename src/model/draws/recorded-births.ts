import { deriveKey } from "../../random/index.ts";
import { type RecordedArrivals, threadStarts } from "../recorded-arrivals.ts";
import type { RecordedTimes } from "../world.ts";
import { PURPOSE, worldKey } from "./purpose.ts";
import type { RecordedThread } from "./round-draws.ts";
import type { ThreadBirths } from "./thread-births.ts";

/** What was recorded of a thread: when its messages came, and what they were. */
export interface RecordedBirth {
  readonly times: RecordedTimes;
  readonly thread: RecordedThread;
}

/**
 * The threads that were recorded, in place of all that a scenario would draw. Each is keyed by its ordinal among them, so that a replay is
 * the same whatever the demand of the scenario; by index of the birth, what was recorded of it.
 */
export function bearRecorded(
  arrivals: RecordedArrivals,
  seed: number,
  replication: number,
  births: ThreadBirths,
): readonly RecordedBirth[] {
  const key = worldKey(seed, replication, ["recorded"]);
  const starts = threadStarts(arrivals);
  return starts.slice(0, -1).flatMap((first, ordinal): RecordedBirth[] => {
    const end = starts[ordinal + 1]!;
    const { hi, lo } = deriveKey(key, PURPOSE.recordedThread, ordinal);
    const [specialty, patient] = [arrivals.specialty[first]!, arrivals.patient[first]!];
    const isBorn = births.addSent(specialty, patient, arrivals.sent[first]!, hi, lo, arrivals.topic[first]!);
    if (!isBorn) return [];
    return [
      {
        times: { first, sent: arrivals.sent.subarray(first, end) },
        thread: {
          urgent: arrivals.urgent[first]!,
          needsReply: arrivals.needsReply.subarray(first, end),
        },
      },
    ];
  });
}
