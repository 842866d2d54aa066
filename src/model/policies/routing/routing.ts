/** What a routing policy may know of a physicians' team on one local day. */
export interface TeamDay {
  readonly count: number;
  /** Business days since the start of the run, before this day. */
  readonly openDaysBefore: number;
  isAway(ordinal: number): boolean;
}

/** A physicians' team at the moment when a message is routed. */
export interface TeamNow {
  readonly count: number;
  isAway(ordinal: number): boolean;
  /** Items in the person's own line, and one in hand. */
  burden(ordinal: number): number;
}

/** Which line of the patient's team a message for a physician enters, and who works from the shared one. */
export interface Routing {
  /** Ordinal of the person whose own line it enters; −1: the team's shared line. `owner` is the patient's own physician. */
  personFor(owner: number, team: TeamNow): number;
  /** It looks at burdens: such messages are routed one after the other, once everything else has come in. */
  readonly looksAround: boolean;
  /** Whether a person who is not away works from the shared line on that day. */
  worksShared(ordinal: number, day: TeamDay): boolean;
  /** [open min] After which a message that nobody has taken up goes on from an own line to the shared one; Infinity: never. */
  readonly releaseAfter: number;
}

/** To the patient's own physician; everybody works from the shared line too. */
export const TO_OWNER: Routing = {
  personFor: (owner) => owner,
  looksAround: false,
  worksShared: () => true,
  releaseAfter: Number.POSITIVE_INFINITY,
};

/** Ordinal of the first from `first` on, cyclically, who is not away; −1 when everybody is. */
export function firstPresent(first: number, count: number, isAway: (ordinal: number) => boolean): number {
  for (let step = 0; step < count; step += 1) {
    const ordinal = (first + step) % count;
    if (!isAway(ordinal)) return ordinal;
  }
  return -1;
}
