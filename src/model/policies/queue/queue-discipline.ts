/** The smallest and the largest class that a message may have; other work goes before, with, or after them. */
export const MESSAGE_CLASS = { first: 1, last: 2 } as const;

/** What is known of a message when it enters a line. Times are [min since start]. */
export interface Entry {
  /** Now. */
  readonly entered: number;
  readonly knownUrgent: boolean;
  /** What it is going to take [min]. */
  readonly minutes: number;
  /** When the first promise made of it falls due; Infinity where none is, or the discipline does not go by it. */
  readonly due: number;
}

/** In which class, and where in it, a message stands in a line. */
export interface QueueDiscipline {
  /** From `MESSAGE_CLASS.first` to `MESSAGE_CLASS.last`; the smaller goes first. */
  messageClass(knownUrgent: boolean): number;
  /** Within a class the smaller goes first, among equals who came first. A finite number. */
  orderOf(entry: Entry): number;
  readonly goesByDue: boolean;
  /** [open min] from sending, after which it goes before all that have not waited so long; Infinity: never. */
  readonly escalateAfter: number;
  /** [min of the local day] On open dates messages are delivered then, and at no other time; none: at once. */
  readonly deliveries: readonly number[];
}

/** In order of time entered. */
export const BY_TIME: Omit<QueueDiscipline, "messageClass"> = {
  orderOf: ({ entered }) => entered,
  goesByDue: false,
  escalateAfter: Number.POSITIVE_INFINITY,
  deliveries: [],
};

/** Known to be urgent first. */
export function byUrgency(knownUrgent: boolean): number {
  return knownUrgent ? MESSAGE_CLASS.first : MESSAGE_CLASS.last;
}

/** All alike. */
export function alike(): number {
  return MESSAGE_CLASS.last;
}
