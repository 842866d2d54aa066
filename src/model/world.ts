/** One message of a thread and what it will take, drawn at birth; nothing here depends on what staff do. */
export interface Round {
  readonly needsReply: boolean;
  /** Whether a nurse may close it (the lowest adequate role is clerk or nurse). */
  readonly nurseCloses: boolean;
  /** Whether she asks a physician before she replies; only read when `nurseCloses`. */
  readonly asks: boolean;
  /** Whether the thread ends in a visit: told of its first message only. */
  readonly needsVisit: boolean;
  /** Handling times [min]. `prepare`, `nurse`, `physician` as in the topic; before effort and savings. */
  readonly triage: number;
  readonly nurse: number;
  readonly physician: number;
  readonly prepare: number;
  /** [waking min] from the reply to the next message; NaN = no further message. */
  readonly followUpDelay: number;
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
  /** The physicians' team that looks after the patient, and the person in it; −1 where there is none. */
  readonly team: number;
  readonly person: number;
  /** [min since start]; negative for the opening backlog, which enters at 0. */
  readonly sent: number;
  /** At least one; a message after the last has none. */
  readonly rounds: readonly Round[];
}

/** A call, a result, a refill, a staff mail. */
export interface WorkItem {
  /** Index in `World.work`. */
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
  /** 1 = would work this evening. */
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
