import type { JsonObject } from "../../scenario/index.ts";
import type { Cell } from "../sheet.ts";

/** A column of what a figure shows. */
export interface FigureColumn {
  /** Words, with the unit in brackets where there is one. */
  readonly title: string;
  /** Of numbers: how many decimals a reader needs. */
  readonly decimals?: number;
  /** Numbers are shares, told as per cent. */
  readonly percent?: true;
}

/** The same as a figure in numbers: what to read where no picture can be seen. */
export interface FigureTable {
  readonly columns: readonly FigureColumn[];
  /** NaN: there is none. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A picture before it is drawn: what it says, what went into it, and a Vega-Lite specification with its data. Plain data. */
export interface Figure {
  /** Of its files and its place on a page: kebab-case, unique in a document. */
  readonly name: string;
  readonly title: string;
  /** What to see in it. */
  readonly caption: string;
  /** What it was made with, by name. */
  readonly inputs: readonly (readonly [name: string, value: string])[];
  readonly table: FigureTable;
  /** Vega-Lite 6; colours are CSS variables of `PALETTE`. */
  readonly spec: JsonObject;
}
