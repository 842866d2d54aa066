/** Who was to work when, from a file of its own. One entry per shift; sorted by staff, from. Times as in `Extract`. */
export interface ExtractRoster {
  /** Place in `names.staff` of the extract; people who are in no message are there, too. */
  readonly staff: Int16Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}
