import type { FollowUp } from "./clinic.ts";

/** Messages of one thread at most; the last brings no other. */
export const MAX_ROUNDS = 20;

/** Messages of a thread that is answered throughout, in the mean: those that need a reply (the first one does), and thank-yous. */
export interface ExpectedRounds {
  readonly replies: number;
  readonly thanks: number;
}

/**
 * Expected messages per thread, exactly as threads are drawn: a reply brings another message with the chance given; that is
 * a thank-you with chance `thanks`, which ends the thread; message 20 ends it too. `answered` is the chance that a message
 * which needs a reply gets one: what is never answered brings nothing.
 */
export function expectedRounds({ probability, thanks }: FollowUp, answered = 1): ExpectedRounds {
  let needing = 1;
  let replies = 1;
  let thankYous = 0;
  for (let round = 1; round < MAX_ROUNDS; round += 1) {
    const next = needing * answered * probability;
    thankYous += next * thanks;
    needing = next * (1 - thanks);
    replies += needing;
  }
  return { replies, thanks: thankYous };
}
