/** A number, or text; NaN is an empty cell. */
export type Cell = string | number;

export interface SheetColumn {
  /** As it stands in the first line, with the unit at its end where there is one. */
  readonly name: string;
  readonly unit?: string;
  readonly doc: string;
}

/** Rows on their way into a CSV file. */
export interface Sheet {
  /** `summary.csv` */
  readonly file: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}
