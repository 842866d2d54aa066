/**
 * Patients' own messages as they were recorded, to be let into a run in place of those that the scenario would draw: a column for each
 * fact, an entry per message, the messages of a thread one after the other in order of sending. Plain data.
 *
 * Who was away is part of it where that is known: how long messages wait hangs on it more than on anything else.
 *
 * A thread has 20 messages at most, as in `MAX_ROUNDS`; all its messages are of one patient and specialty.
 */
export interface RecordedArrivals {
  /** By specialty: how many patients there are; their ordinals are below that. */
  readonly patients: readonly number[];
  /** Ordinal of the thread, ascending. */
  readonly thread: Int32Array<ArrayBuffer>;
  readonly specialty: Int32Array<ArrayBuffer>;
  readonly patient: Int32Array<ArrayBuffer>;
  /** Index among the specialty's topics; of a thread, its first message's counts. −1: not recorded, so that it is drawn. */
  readonly topic: Int32Array<ArrayBuffer>;
  /** 0, 1; of a thread, its first message's counts. −1: not recorded, so that it is drawn. */
  readonly urgent: Int8Array<ArrayBuffer>;
  /** 1: it was owed a reply; 0: it was only read. */
  readonly needsReply: Int8Array<ArrayBuffer>;
  /** [min since start] */
  readonly sent: Float64Array<ArrayBuffer>;
  /** By team, by ordinal, by local day of the run: 1 where the person was away, else 0. Absences of those left out are drawn. */
  readonly away?: readonly (readonly (Uint8Array<ArrayBuffer> | undefined)[])[];
}

/** Where each thread begins among its arrivals, and at the end how many arrivals there are. */
export function threadStarts({ thread }: RecordedArrivals): readonly number[] {
  const starts: number[] = [];
  for (let i = 0; i < thread.length; i += 1) if (i === 0 || thread[i] !== thread[i - 1]) starts.push(i);
  return [...starts, thread.length];
}
