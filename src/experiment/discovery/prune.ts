import { regularizedBeta } from "../../stats/index.ts";
import { type Box, type Restriction, restrictionsOf, rowsIn, without } from "./box.ts";
import { type DiscoveryFactor, sumIn } from "./discovery-table.ts";

/** A condition, and how easily chance alone makes it look worth having. */
export interface TestedRestriction extends Restriction {
  /** Quasi-p-value, see `quasiP`. */
  readonly p: number;
}

/**
 * How likely a box of `count` rows would fail as often as it does if a condition did nothing: the tail of a binomial distribution with the
 * density of the box without the condition, whose rows are `wider`. Quasi, because the box was chosen by the same rows. Where rows fail
 * in part, they vary less than rows that fail or do not: so many of those count as have the same variance, and the incomplete beta
 * function continues the tail between whole numbers. Bryant & Lempert, Technological Forecasting and Social Change 77 (2010), 34-49.
 */
function quasiP(own: number, count: number, wider: readonly number[]): number {
  const density = wider.reduce((sum, each) => sum + each, 0) / wider.length;
  if (own <= 0 || density >= 1) return 1;
  if (density <= 0) return 0;
  const variance = wider.reduce((sum, each) => sum + (each - density) * (each - density), 0) / wider.length;
  const rows = (density * (1 - density)) / variance;
  return regularizedBeta(density, own * rows, (count - own) * rows + 1);
}

/** Every condition of a box with its quasi-p-value. O(conditions × rows × limits). */
export function testRestrictions(
  box: Box,
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
): readonly TestedRestriction[] {
  const inside = rowsIn(box, factors, rows);
  const own = sumIn(failing, inside);
  return restrictionsOf(box).map((restriction) => {
    const wider = rowsIn(without(box, restriction), factors, rows).map((row) => failing[row]!);
    return { ...restriction, p: quasiP(own, inside.length, wider) };
  });
}

/** The box without the conditions that chance explains: as long as one has a quasi-p-value above `level`, the one with the greatest goes. */
export function prune(
  box: Box,
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
  level: number,
): Box {
  let left = box;
  for (;;) {
    const tested = testRestrictions(left, factors, failing, rows);
    const weakest = tested.reduce<TestedRestriction | undefined>(
      (worst, each) => (worst === undefined || each.p > worst.p ? each : worst),
      undefined,
    );
    if (weakest === undefined || weakest.p <= level) return left;
    left = without(left, weakest);
  }
}
