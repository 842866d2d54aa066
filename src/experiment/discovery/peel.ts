import { type Box, type Limit, wholeBox } from "./box.ts";
import type { DiscoveryFactor } from "./discovery-table.ts";

export interface PeelOptions {
  /** The part of a box's rows that one peel takes off, as nearly as ties allow. */
  readonly share: number;
  /** Rows that a box must keep. */
  readonly least: number;
}

/** A peel that may be made. */
interface Peel {
  readonly removed: readonly number[];
  readonly limit: Limit;
}

/**
 * The peeling trajectory: nested boxes from the whole to the smallest that is allowed, or that fails throughout. Each takes off the end of
 * a factor, or a level, by which the mean of what is left rises most for each row that it costs: counting the cost keeps a level with many
 * rows, or a value that many share, from being taken for that alone. `failing` may be any list by row, `rows` any part of them.
 *
 * Friedman & Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9 (1999), § 8; the gain per row is
 * Kwakkel & Jaxa-Rozen, Environmental Modelling & Software 79 (2016), § 3.2. O(boxes × factors × rows).
 */
export function peelingTrajectory(
  factors: readonly DiscoveryFactor[],
  failing: Float64Array,
  rows: readonly number[],
  { share, least }: PeelOptions,
): readonly Box[] {
  let box = wholeBox(factors);
  const boxes: Box[] = [box];
  let orders = factors.map(({ values, levels }) =>
    levels === undefined ? rows.toSorted((a, b) => values[a]! - values[b]! || a - b) : rows,
  );
  const gone = new Uint8Array(failing.length);
  let count = rows.length;
  let sum = rows.reduce((total, row) => total + failing[row]!, 0);
  while (sum < count) {
    let best: { readonly peel: Peel; readonly factor: number; readonly removedSum: number } | undefined;
    let most = -Infinity;
    const many = Math.max(1, Math.floor(share * count));
    for (const [factor, each] of factors.entries()) {
      for (const peel of peelsOf(each, orders[factor]!, box[factor], many)) {
        const left = count - peel.removed.length;
        if (left < least) continue;
        const removedSum = peel.removed.reduce((total, row) => total + failing[row]!, 0);
        const gain = ((sum - removedSum) / left - sum / count) / peel.removed.length;
        if (gain <= most) continue;
        most = gain;
        best = { peel, factor, removedSum };
      }
    }
    if (best === undefined) break;
    for (const row of best.peel.removed) gone[row] = 1;
    orders = orders.map((order) => order.filter((row) => gone[row] === 0));
    count -= best.peel.removed.length;
    sum -= best.removedSum;
    box = box.with(best.factor, best.peel.limit);
    boxes.push(box);
  }
  return boxes;
}

/** The peels of one factor: both ends of its span, or each level that is left. */
function* peelsOf(
  { values, levels }: DiscoveryFactor,
  order: readonly number[],
  limit: Limit | undefined,
  many: number,
): Generator<Peel> {
  const count = order.length;
  if (levels !== undefined) {
    const present = new Set(order.map((row) => values[row]!));
    if (present.size < 2) return;
    for (const level of [...present].sort((a, b) => a - b)) {
      const left = new Set([...present].filter((each) => each !== level));
      yield {
        removed: order.filter((row) => values[row] === level),
        limit: { from: -Infinity, to: Infinity, levels: left },
      };
    }
    return;
  }
  const { from = -Infinity, to = Infinity } = limit ?? {};
  const valueAt = (place: number) => values[order[place]!]!;
  if (valueAt(0) === valueAt(count - 1)) return;
  const low = cutBelow(valueAt, count, many);
  yield { removed: order.slice(0, low), limit: { from: valueAt(low), to } };
  const high = count - cutBelow((place) => valueAt(count - 1 - place), count, many);
  yield { removed: order.slice(high), limit: { from, to: valueAt(high - 1) } };
}

/** How many of ascending (or descending) values a cut takes: at most `many`, or the first value with all that share it. */
function cutBelow(valueAt: (place: number) => number, count: number, many: number): number {
  let cut = Math.min(many, count - 1);
  while (cut > 0 && valueAt(cut) === valueAt(cut - 1)) cut -= 1;
  if (cut > 0) return cut;
  cut = 1;
  while (valueAt(cut) === valueAt(0)) cut += 1;
  return cut;
}
