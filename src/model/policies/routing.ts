import type { Thread } from "../world.ts";

/** What a routing policy may know of a physicians' team on one local day. */
export interface TeamDay {
  readonly count: number;
  /** Business days since the start of the run, before this day. */
  readonly openDaysBefore: number;
  isAway(ordinal: number): boolean;
}

/** Which line of the patient's team a message for a physician enters, and who works from the shared one. */
export interface Routing {
  /** Ordinal of the person whose own line the message enters; −1: the team's shared line. */
  personFor(thread: Thread): number;
  /** Whether a person who is not away works from the shared line on that day. */
  worksShared(ordinal: number, day: TeamDay): boolean;
}
