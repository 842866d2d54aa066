import type { Stream } from "../../random/index.ts";
import { type Interval, ratioInterval } from "../../stats/index.ts";
import { type Box, rowsIn } from "./box.ts";
import type { DiscoveryFactor } from "./discovery-table.ts";
import { type FindBoxOptions, findBox } from "./find-box.ts";
import { shuffled } from "./shuffled.ts";

const FOLDS = 10;

/** What boxes do with rows that had no say in them. */
export interface CrossValidation {
  /** Rows in a box of the other nine tenths. */
  readonly rows: number;
  /** Share of those that fails. */
  readonly density: Interval;
  /** Share of all that fails which lies in them. */
  readonly coverage: Interval;
  /** The box that each fold was held against. */
  readonly boxes: readonly Box[];
}

/**
 * Ten times, the whole search is made over nine tenths of the rows, and its box held against the tenth that is left. Intervals take rows as
 * independent: those of a random or a space-filling design, which overstates their width for the latter.
 * Stone, JRSS B 36 (1974), 111-147.
 */
export function crossValidate(
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
  options: FindBoxOptions,
  confidence: number,
  stream: Stream,
): CrossValidation {
  const order = shuffled(rows, stream);
  const isHeld = new Float64Array(failing.length);
  const boxes: Box[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = order.filter((_, place) => place % FOLDS !== fold).sort((a, b) => a - b);
    const { box } = findBox(factors, failing, kept, options);
    boxes.push(box);
    const heldOut = order.filter((_, place) => place % FOLDS === fold);
    for (const row of rowsIn(box, factors, heldOut)) isHeld[row] = 1;
  }
  const held = rows.map((row) => isHeld[row]!);
  const failingOf = rows.map((row) => failing[row]!);
  const both = rows.map((row) => failing[row]! * isHeld[row]!);
  return {
    rows: held.reduce((sum, each) => sum + each, 0),
    density: ratioInterval(both, held, confidence, [0, 1]),
    coverage: ratioInterval(both, failingOf, confidence, [0, 1]),
    boxes,
  };
}
