import type { ExtractField } from "./extract-field.ts";

/** Where an example of a fault stands: which of the files, from 1, and the row in it as a spreadsheet numbers them, the header line being 1. */
export interface FaultPlace {
  readonly file: number;
  readonly row: number;
}

/** A class of things that are not right in an extract. Holds counts and places, never what stands in a cell. */
export interface ExtractFault {
  /** Stable, kebab-case: `replied-before-sent`. */
  readonly code: string;
  readonly field?: ExtractField;
  /** Rows, or of gaps: weeks. */
  readonly count: number;
  /** The count is of the sample, raised by its share. */
  readonly estimated: boolean;
  /** A few of the first. */
  readonly places: readonly FaultPlace[];
  readonly message: string;
  /** What was made of such rows. */
  readonly done: string;
  readonly severity: "warning" | "note";
}
