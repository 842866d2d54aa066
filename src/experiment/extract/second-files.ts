/** Who was to work when. One entry per shift; sorted by staff, from. Times as in `Extract`. */
export interface ExtractRoster {
  /** Place in `names.staff` of the extract; people who are in no message come behind them, by order in the file. */
  readonly staff: Int16Array;
  /** Place in `ROLES`; −1 missing. */
  readonly role: Int8Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Visits. Counts only. */
export interface ExtractVisits {
  /** Place in `names.specialties`. By specialty: visits by local date, days as in `counts`. */
  readonly byDay: readonly Float64Array[];
  /** Distinct patients seen, by specialty. */
  readonly patients: readonly number[];
}

/** Telephone calls. One entry per call; sorted by at. Times as in `Extract`. */
export interface ExtractCalls {
  readonly specialty: Int16Array;
  readonly at: Float64Array;
  /** [min] NaN: missing. */
  readonly minutes: Float64Array;
  /** 0, 1; −1 missing. */
  readonly answered: Int8Array;
}
