/** A number, or text; NaN is an empty cell. */
export type Cell = string | number;

export interface SheetColumn {
  /** As it stands in the first line, with the unit at its end where there is one. */
  readonly name: string;
  readonly unit?: string;
  readonly doc: string;
  /** Only for files that have types: numbers unless it says otherwise; a whole number has 32 bits. */
  readonly type?: "text" | "whole" | "number";
}

/** Rows on their way into a file, whose name says of which kind it is. */
export interface Sheet {
  /** `summary.csv`, `replications.parquet` */
  readonly file: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}
