import { type Box, rowsIn } from "./box.ts";
import { type DiscoveryFactor, sumIn } from "./discovery-table.ts";

/** What a box holds of some rows. */
export interface BoxContent {
  readonly rows: readonly number[];
  /** Sum of what fails in it. */
  readonly failing: number;
  /** Share of the rows that it holds. */
  readonly mass: number;
  /** Share of it that fails; NaN if it is empty. */
  readonly density: number;
  /** Share of all that fails which it holds; NaN if nothing does. */
  readonly coverage: number;
  /** √mass × (density − density of all rows), see README.md; 0 for the whole. */
  readonly score: number;
}

/** O(rows × limits). */
export function contentOf(
  box: Box,
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
): BoxContent {
  const inside = rowsIn(box, factors, rows);
  const own = sumIn(failing, inside);
  const all = sumIn(failing, rows);
  const mass = inside.length / rows.length;
  const density = own / inside.length;
  return {
    rows: inside,
    failing: own,
    mass,
    density,
    coverage: own / all,
    score: inside.length === rows.length ? 0 : Math.sqrt(mass) * (density - all / rows.length),
  };
}
