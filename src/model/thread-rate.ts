import type { Specialty } from "./clinic.ts";
import { expectedMessages } from "./follow-ups.ts";

/** Messages per thread in the mean over a specialty's topics, the first included, when every message is answered. */
function messagesPerThread({ topics }: Specialty): number {
  const shares = topics.reduce((sum, { share }) => sum + share, 0);
  return topics.reduce((sum, { share, followUp }) => sum + (share / shares) * expectedMessages(followUp), 0);
}

/**
 * New threads per portal patient, in the mean over a year [1/min]: the stated volume, less the follow-ups that a count of all
 * messages includes. A volume is what patients would send without a front door and without visits in place of writing, so
 * that these lower what comes rather than bring more threads.
 */
export function newThreadRate(specialty: Specialty): number {
  const { rate, counts } = specialty.demand;
  return counts === "new threads" ? rate : rate / messagesPerThread(specialty);
}
