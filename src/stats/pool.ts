import { interpolate } from "./quantile.ts";

/** All values of all replications in order, able to find quantiles of any re-weighting of the replications. */
export class Pool {
  readonly values: Float64Array;
  readonly #runs: readonly Float64Array[];
  /** Per visited position of `values`: how many values of each replication are not above it. Resamples revisit few positions. */
  readonly #ranks = new Map<number, Int32Array>();

  /** `runs` hold each replication's values in ascending order. */
  constructor(runs: readonly Float64Array[]) {
    this.#runs = runs;
    this.values = merged(runs);
  }

  /** The type-7 quantile of the pool in which replication i occurs `weights[i]` times; NaN when that is empty. */
  quantile(p: number, weights: Int32Array): number {
    let size = 0;
    for (let i = 0; i < weights.length; i++) size += weights[i]! * this.#runs[i]!.length;
    if (size === 0) return NaN;
    const rank = (size - 1) * p;
    const below = Math.floor(rank);
    const low = this.#find(below, weights);
    if (rank === below) return this.values[low]!;
    let high = low;
    while (this.#notAbove(high, weights) <= below + 1) high += 1;
    return interpolate(this.values[low]!, this.values[high]!, rank - below);
  }

  /** Position of the value with `rank` values of the weighted pool before it. */
  #find(rank: number, weights: Int32Array): number {
    let low = 0;
    let high = this.values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#notAbove(middle, weights) > rank) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #notAbove(position: number, weights: Int32Array): number {
    let ranks = this.#ranks.get(position);
    if (ranks === undefined) {
      const value = this.values[position]!;
      ranks = Int32Array.from(this.#runs, (run) => upperBound(run, value));
      this.#ranks.set(position, ranks);
    }
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i]! * ranks[i]!;
    return total;
  }
}

/** How many of the ascending values are ≤ `value`. */
function upperBound(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All values of ascending lists in ascending order; O(M log n), several times sooner done than sorting. */
function merged(lists: readonly Float64Array[]): Float64Array {
  let left = lists;
  while (left.length > 1) {
    const pairs: Float64Array[] = [];
    for (let i = 0; i < left.length; i += 2)
      pairs.push(mergedPair(left[i]!, left[i + 1] ?? new Float64Array()));
    left = pairs;
  }
  return left[0] ?? new Float64Array();
}

function mergedPair(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let next = 0; next < result.length; next++) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) result[next] = a[i++]!;
    else result[next] = b[j++]!;
  }
  return result;
}
