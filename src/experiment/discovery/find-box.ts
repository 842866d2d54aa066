import type { Box } from "./box.ts";
import { type BoxContent, contentOf } from "./box-score.ts";
import type { DiscoveryFactor } from "./discovery-table.ts";
import { paste } from "./paste.ts";
import { type PeelOptions, peelingTrajectory } from "./peel.ts";
import { prune } from "./prune.ts";

export interface FindBoxOptions extends PeelOptions {
  /** Greatest quasi-p-value with which a condition is kept. */
  readonly level: number;
}

/** Boxes of a trajectory that are looked at: more would be closer together than pruning and pasting tell apart. */
const MOST_LOOKED_AT = 20;

/** A box on the way, without the conditions that chance explains, and what it holds. */
export interface TradeOff {
  readonly box: Box;
  readonly content: BoxContent;
}

/**
 * The box of PRIM: of boxes along the peeling trajectory, each pruned, the one with the greatest score, pasted and pruned again; and those
 * it was chosen from, each that differs from the one before. The score is greatest where what lies beyond the box fails less often than
 * midway between all rows and the box.
 */
export function findBox(
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
  options: FindBoxOptions,
): { readonly box: Box; readonly tradeOffs: readonly TradeOff[] } {
  const { share, level } = options;
  const tradeOffs: TradeOff[] = [];
  let best: TradeOff | undefined;
  const trajectory = peelingTrajectory(factors, failing, rows, options);
  const step = Math.ceil(trajectory.length / MOST_LOOKED_AT);
  for (let at = 0; at < trajectory.length; at += step) {
    const peeled = trajectory[at]!;
    const box = prune(peeled, factors, failing, rows, level);
    const content = contentOf(box, factors, failing, rows);
    if (tradeOffs.at(-1)?.content.rows.length === content.rows.length) continue;
    const found = { box, content };
    tradeOffs.push(found);
    if (best === undefined || content.score > best.content.score) best = found;
  }
  const pasted = paste(best!.box, factors, failing, rows, share);
  return { box: prune(pasted, factors, failing, rows, level), tradeOffs };
}
