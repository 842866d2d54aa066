import type { Reading } from "../policies/index.ts";
import type { Round, Thread } from "../world.ts";
import { Item } from "./item.ts";

/** A message on its way. Times are [min since start], NaN for "not yet". */
export class OpenMessage extends Item {
  readonly kind = 0;
  readonly thread: Thread;
  readonly content: Round;
  readonly opensThread: boolean;

  /** Team that reads it first; −1: the physician does. */
  readingTeam = -1;
  /** What the first reader makes of it. */
  reading: Reading | undefined;
  /** The first reader is done with reading. */
  hasBeenRead = false;
  firstRead = Number.NaN;
  replied = Number.NaN;
  closed = Number.NaN;
  closedByTeam = -1;
  nurseMinutes = 0;
  physicianMinutes = 0;
  nurseTouches = 0;
  physicianTouches = 0;

  constructor(thread: Thread, round: number, content: Round, sent: number, opensThread: boolean) {
    super(thread.id, round, sent);
    this.thread = thread;
    this.content = content;
    this.opensThread = opensThread;
  }

  get isClosed(): boolean {
    return this.closedByTeam >= 0;
  }
}
