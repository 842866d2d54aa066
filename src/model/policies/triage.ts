import type { Round } from "../world.ts";

/**
 * What comes of a first reading:
 * – *close*: nothing more, no reply is needed
 * – *reply*: the reader has replied
 * – *ask*: a physician answers a question, then the reader's team replies
 * – *forward*: a physician replies
 */
export type Outcome = "close" | "reply" | "ask" | "forward";

export interface Reading {
  /** The first reader's minutes. */
  readonly minutes: number;
  readonly outcome: Outcome;
  /** The physician's minutes, for the question or for the reply; 0 where there is neither. */
  readonly physicianMinutes: number;
  /** Minutes of the reply after a question; 0 where there is none. */
  readonly replyMinutes: number;
}

/** Who reads messages first, and what that person does with them. */
export interface Triage {
  /** Index of the team whose shared line a specialty's messages enter first; −1: they go straight to the physician. */
  firstReader(specialty: number): number;
  /** Asked only where there is a first reader. */
  read(round: Round): Reading;
}
