import type { JsonValue } from "../../scenario/index.ts";
import type { DesignColumn } from "../designs/factor.ts";

/** A column of a sweep as scenario discovery sees it. */
export interface DiscoveryFactor extends DesignColumn {
  /** By row: the number itself, or the place of its level in `levels`. */
  readonly values: Float64Array;
  /** Only of a factor without order: what it may be. */
  readonly levels?: readonly JsonValue[];
}

/** Design points and how often each of them fails: one row for a point. Plain data. */
export interface DiscoveryTable {
  /** Numbers of the design points, ascending. */
  readonly points: readonly number[];
  readonly factors: readonly DiscoveryFactor[];
  /** By row: which share of the point fails, 0 … 1. */
  readonly failing: Float64Array;
}

/** The sum of a list's entries in some rows. */
export function sumIn(values: Float64Array, rows: Iterable<number>): number {
  let sum = 0;
  for (const row of rows) sum += values[row]!;
  return sum;
}
