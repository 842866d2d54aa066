import type { Cause } from "../observer.ts";
import type { RoleGroup } from "../roles.ts";
import type { Step } from "../way.ts";
import type { Round, Thread } from "../world.ts";
import { Item } from "./item.ts";

/** Where a message is; "nowhere": in nobody's line, because no physician looks after the patient. */
export type Whereabouts =
  | "closed"
  | "nowhere"
  | "delivery"
  | "routing"
  | "line"
  | "hand"
  | "held"
  | "patient";

const CAUSE_RANK: Readonly<Record<Cause, number>> = { own: 0, chaser: 1, duplicate: 2 };

/** A message on its way. Times are [min since start], NaN for "not yet". */
export class OpenMessage extends Item {
  readonly kind = 0;
  /** In the order of sending, by which its timers know it. */
  readonly number: number;
  readonly thread: Thread;
  readonly content: Round;
  readonly cause: Cause;
  readonly opensThread: boolean;
  readonly steps: readonly Step[];

  /** Index of the piece of work that it waits for or is in. */
  step = 0;
  whereabouts: Whereabouts = "nowhere";
  /** Since when it waits there, worked on by nobody. */
  waitsSince: number;
  /** When it goes on to the shared line, if nobody has taken it up. */
  releasesAt = Number.POSITIVE_INFINITY;
  firstRead = Number.NaN;
  replied = Number.NaN;
  closed = Number.NaN;
  closedByTeam = -1;
  settledByCall = false;
  clerkMinutes = 0;
  nurseMinutes = 0;
  physicianMinutes = 0;
  clerkTouches = 0;
  nurseTouches = 0;
  physicianTouches = 0;

  constructor(
    number: number,
    thread: Thread,
    round: number,
    content: Round,
    cause: Cause,
    sent: number,
    opensThread: boolean,
    steps: readonly Step[],
  ) {
    super(thread.id, round, sent, CAUSE_RANK[cause]);
    this.number = number;
    this.thread = thread;
    this.content = content;
    this.cause = cause;
    this.opensThread = opensThread;
    this.steps = steps;
    this.waitsSince = sent;
  }

  get isClosed(): boolean {
    return this.closedByTeam >= 0;
  }

  addMinutes(group: RoleGroup, minutes: number): void {
    if (group === "physician") this.physicianMinutes += minutes;
    else if (group === "nurse") this.nurseMinutes += minutes;
    else this.clerkMinutes += minutes;
  }

  addTouch(group: RoleGroup): void {
    if (group === "physician") this.physicianTouches += 1;
    else if (group === "nurse") this.nurseTouches += 1;
    else this.clerkTouches += 1;
  }
}
