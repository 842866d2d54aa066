import type { Activity } from "../observer.ts";

/** What can stand in a line and be in somebody's hands. Times are [min since start]. */
export abstract class Item {
  /** 0 a message, 1 other work. */
  abstract readonly kind: 0 | 1;
  /** Index of the thread or of the work item. */
  readonly id: number;
  readonly round: number;
  readonly sent: number;
  /** 0 own, 1 chaser, 2 duplicate. */
  readonly causeRank: number;

  /** Its class: smaller goes first; a call has −1. And its place in the class. */
  rank = 0;
  place = Number.NaN;
  /** From then on it goes before everything that has not waited so long. */
  escalatesAt = Number.POSITIVE_INFINITY;
  /** When it entered the line it stands in, or was taken from. */
  entered = Number.NaN;
  /** Index of that line. */
  line = -1;
  /** What is to be done with it. */
  activity: Activity = "other work";
  /** [min, of a person of speed 1] still to be worked, when it was last in nobody's hands. */
  left = 0;
  /** Nobody has begun on it since it entered the line. */
  fresh = true;
  /** Taken from the line outside the taker's hours. */
  inEvening = false;

  constructor(id: number, round: number, sent: number, causeRank: number) {
    this.id = id;
    this.round = round;
    this.sent = sent;
    this.causeRank = causeRank;
  }
}

/** The order in a line; never 0 for two different items. */
export function compareItems(a: Item, b: Item): number {
  return (
    a.rank - b.rank ||
    a.place - b.place ||
    a.kind - b.kind ||
    a.sent - b.sent ||
    a.id - b.id ||
    a.round - b.round ||
    a.causeRank - b.causeRank
  );
}
