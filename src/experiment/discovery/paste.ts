import { type Box, type Limit, restrictionsOf, rowsIn, without } from "./box.ts";
import { type BoxContent, contentOf } from "./box-score.ts";
import type { DiscoveryFactor } from "./discovery-table.ts";

/**
 * The box with its ends moved out again, and levels taken in again, as long as that raises its score: peels are made one by one, and a later
 * one may make an earlier one needless. Each paste adds `share` of the box's rows, as nearly as ties allow.
 * Friedman & Fisher (1999), § 8.2. O(pastes × conditions × rows × limits).
 */
export function paste(
  box: Box,
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
  share: number,
): Box {
  let wide = box;
  let content = contentOf(wide, factors, failing, rows);
  for (;;) {
    let best: { readonly box: Box; readonly content: BoxContent } | undefined;
    for (const each of pastesOf(wide, factors, rows, share, content.rows.length)) {
      const own = contentOf(each, factors, failing, rows);
      if (own.score > (best ?? { content }).content.score) best = { box: each, content: own };
    }
    if (best === undefined) return wide;
    wide = best.box;
    content = best.content;
  }
}

function* pastesOf(
  box: Box,
  factors: readonly DiscoveryFactor[],
  rows: readonly number[],
  share: number,
  count: number,
): Generator<Box> {
  const many = Math.max(1, Math.floor(share * count));
  for (const restriction of restrictionsOf(box)) {
    const { factor, end } = restriction;
    const limit = box[factor]!;
    const free = without(box, restriction);
    const { values } = factors[factor]!;
    const beyond = [...new Set(rowsIn(free, factors, rows).map((row) => values[row]!))];
    if (limit.levels !== undefined) {
      for (const level of beyond.filter((each) => !limit.levels!.has(each)).sort((a, b) => a - b)) {
        const levels = new Set([...limit.levels, level]);
        yield levels.size === factors[factor]!.levels!.length ? free : box.with(factor, { ...limit, levels });
      }
      continue;
    }
    const outside = rowsIn(free, factors, rows)
      .map((row) => values[row]!)
      .filter((value) => (end === "from" ? value < limit.from : value > limit.to))
      .sort((a, b) => (end === "from" ? b - a : a - b));
    if (outside.length === 0) {
      yield free;
      continue;
    }
    const reached = outside[Math.min(many, outside.length) - 1]!;
    const isEnd = reached === outside.at(-1);
    const moved: Limit = { ...limit, [end]: reached };
    yield isEnd ? free : box.with(factor, moved);
  }
}
