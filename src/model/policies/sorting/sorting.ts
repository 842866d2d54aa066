import type { Weighted } from "../policy.ts";

/** What sorting may go by. */
export interface Sortable {
  /** Name of the topic. */
  readonly topic: string;
  /** Names of all topics of the specialty. */
  readonly topics: readonly string[];
  /** The lowest role that may close the message: an index into `ROLES`. */
  readonly lowestRole: number;
}

/** To whom a message goes before anybody has read it. */
export interface Sorting {
  /** Roles as indexes into `ROLES`, −1 for "to whom triage says", with chances that sum to 1. Only of messages that need a reply. */
  outcomes(message: Sortable): readonly Weighted<number>[];
}

export const UNSORTED = -1;
