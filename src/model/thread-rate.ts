import type { Specialty } from "./clinic.ts";
import { expectedRounds } from "./follow-ups.ts";

/** Messages per thread in the mean over a specialty's topics, the first included, when every message is answered. */
function messagesPerThread({ topics }: Specialty): number {
  const shares = topics.reduce((sum, { share }) => sum + share, 0);
  return topics.reduce((sum, { share, followUp }) => {
    const { replies, thanks } = expectedRounds(followUp);
    return sum + (share / shares) * (replies + thanks);
  }, 0);
}

/** New threads per portal patient, in the mean over a year [1/min]: the stated volume, less the follow-ups that a count of all messages includes. */
export function newThreadRate(specialty: Specialty): number {
  const { rate, counts } = specialty.demand;
  return counts === "new threads" ? rate : rate / messagesPerThread(specialty);
}
