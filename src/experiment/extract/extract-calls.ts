/** Telephone calls, from a file of their own: one entry per call; sorted by `at`. Times as in `Extract`. */
export interface ExtractCalls {
  /** Place in `names.specialties` of the extract. */
  readonly specialty: Int16Array;
  readonly at: Float64Array;
  /** 0, 1; −1 missing. */
  readonly answered: Int8Array;
  /** [min] Until it was answered, or the caller hung up; NaN missing. */
  readonly waited: Float64Array;
  /** [min] That it took; NaN: nobody answered, or missing. */
  readonly minutes: Float64Array;
  /** Of whoever answers such calls: place in `ROLES`; −1 missing. */
  readonly role: Int8Array;
}
