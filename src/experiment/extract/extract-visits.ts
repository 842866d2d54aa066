/** Visits, from a file of their own: one entry per visit; sorted by `at`. Times as in `Extract`; they may lie before and after it. */
export interface ExtractVisits {
  /** Place in `names.specialties` of the extract. */
  readonly specialty: Int16Array;
  /** Ordinal of the patient among those of visits, from 0, which is not that of messages; −1 missing. */
  readonly patient: Int32Array;
  /** When it takes place. */
  readonly at: Float64Array;
  /** NaN missing. */
  readonly booked: Float64Array;
  /** Place in `VISIT_MODES`; −1 missing. */
  readonly mode: Int8Array;
  /** Whose visit it is: place in `names.staff`; −1 missing. */
  readonly staff: Int16Array;
  /** 1: it came of a thread of messages. */
  readonly ofThread: Int8Array;
  /** That thread in the sample; −1: there is none, or it is not in the sample. */
  readonly thread: Int32Array;
}
