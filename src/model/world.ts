/** What becomes of a message that the front door turns away. */
export type Displaced = "nothing" | "call" | "visit";

/** One message of a thread and what it will take, drawn at birth; nothing here depends on what staff do. */
export interface Round {
  readonly needsReply: boolean;
  /** The lowest role that may close it: an index into `ROLES`. */
  readonly lowestRole: number;
  /** Whether a nurse who may close it asks a physician first; and whether she wrongly forwards it, to get it back. */
  readonly asks: boolean;
  readonly bounces: boolean;
  /** It belongs elsewhere: whoever reads it redirects the patient. */
  readonly unsuitable: boolean;
  /** [waking min] Something is missing, and the patient takes this long to answer; NaN: nothing is. */
  readonly answerDelay: number;
  /** The role it is sorted to before anybody reads it: an index into `ROLES`; −1: it is not sorted. */
  readonly sortedTo: number;
  /** Whether the thread ends in a visit: told of its first message only. */
  readonly needsVisit: boolean;
  /** [min] Booking a visit in place of writing; NaN: it is not turned into a visit. */
  readonly bookingMinutes: number;
  /** [min] What it takes as a request through a link; NaN: it comes as a message. */
  readonly linkMinutes: number;
  /** Index of the front-door policy that turns it away, and what the patient does instead; −1: it is let in. */
  readonly turnedAwayBy: number;
  readonly displacedTo: Displaced;
  /** What the patient does if a cap turns it away. */
  readonly cappedTo: Displaced;
  /** Whether a physician signs a resident's draft. */
  readonly coSigned: boolean;
  /** Handling times [min], as in the topic; tools are in them, effort and savings are not. */
  readonly triage: number;
  readonly clerk: number;
  readonly nurse: number;
  readonly physician: number;
  readonly prepare: number;
  /** [min] of a call about it, or in its place. */
  readonly callMinutes: number;
  /** [min] Until such a caller hangs up; NaN: never. */
  readonly callPatience: number;
  /** [waking min] from the reply to the next message; NaN = no further message. */
  readonly followUpDelay: number;
  /** [waking min] from sending until the patient writes again for want of a reply; NaN: never. */
  readonly chaserDelay: number;
  /** The chaser says it all again. */
  readonly duplicates: boolean;
  /** [waking min] from the chaser until the patient calls; NaN: never. */
  readonly callDelay: number;
  /** [min] from sending until the patient seeks help elsewhere; NaN: never. */
  readonly emergencyDelay: number;
}

export interface Thread {
  /** Index in `World.threads`. */
  readonly id: number;
  readonly specialty: number;
  readonly patient: number;
  readonly topic: number;
  readonly urgent: boolean;
  /** Marked urgent before anybody has read it. */
  readonly flagged: boolean;
  /** What a nurse's triage would make of it. */
  readonly seenUrgent: boolean;
  /** The physicians' team that looks after the patient, and the person in it before any handover; −1 where there is none. */
  readonly team: number;
  readonly person: number;
  /** [min since start]; negative for the opening backlog, which enters at 0. */
  readonly sent: number;
  /** At least one; a message after the last has none. */
  readonly rounds: readonly Round[];
  /** Of a recorded thread: its messages come at their own times, whatever the staff do. */
  readonly recorded?: RecordedTimes;
}

/** When the messages of a recorded thread were sent, by round [min since start], and the place of the first among the recorded arrivals. */
export interface RecordedTimes {
  readonly first: number;
  readonly sent: Float64Array;
}

/** A call, a result, a refill, a staff mail. */
export interface WorkItem {
  /** Index in `World.work`; of a call about a message, see README.md. */
  readonly id: number;
  readonly specialty: number;
  /** Index into the specialty's `otherWork`. */
  readonly source: number;
  readonly team: number;
  /** Ordinal in the team; −1 = the team's shared line. */
  readonly person: number;
  readonly at: number;
  readonly minutes: number;
  /** [min] NaN = waits for ever. */
  readonly patience: number;
}

/** What happens to one person, by local day of the run. */
export interface PersonDays {
  /** 0 present, 1 vacation, 2 sick. */
  readonly absent: Uint8Array;
  /** 0 = does not work this evening; else the index of the habit that comes true, and 1. */
  readonly evening: Uint8Array;
  /** [min] by day, then by clinic session of that day. */
  readonly overrun: readonly (readonly number[])[];
}

/** All chance of one replication, drawn before anything happens. */
export interface World {
  /** Local days simulated. */
  readonly days: number;
  /** Sorted by `sent`. */
  readonly threads: readonly Thread[];
  /** Sorted by `at`. */
  readonly work: readonly WorkItem[];
  /** By team, then ordinal. */
  readonly people: readonly (readonly PersonDays[])[];
}
