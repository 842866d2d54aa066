import type { FollowUp } from "./clinic.ts";

/** Messages of one thread at most; the last brings no other. */
export const MAX_ROUNDS = 20;

/**
 * Expected messages of a thread that is answered throughout, the first included, exactly as threads are drawn without a front
 * door and without visits in place of writing: a reply brings another message with the chance given; that is a thank-you with
 * chance `thanks`, which ends the thread; message 20 ends it too.
 */
export function expectedMessages({ probability, thanks }: FollowUp): number {
  let needing = 1;
  let messages = 1;
  for (let round = 1; round < MAX_ROUNDS; round += 1) {
    const next = needing * probability;
    messages += next;
    needing = next * (1 - thanks);
  }
  return messages;
}
