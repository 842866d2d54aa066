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
    const all = new Float64Array(runs.reduce((total, run) => total + run.length, 0));
    let next = 0;
    for (const run of runs) {
      all.set(run, next);
      next += run.length;
    }
    this.values = all.sort();
  }

  /** The type-7 quantile of the pool in which replication i occurs `weights[i]` times; NaN when that is empty. */
  quantile(p: number, weights: Int32Array): number {
    let size = 0;
    for (let i = 0; i < weights.length; i++) size += weights[i]! * this.#runs[i]!.length;
    if (size === 0) return NaN;
    const rank = (size - 1) * p;
    const below = Math.floor(rank);
    const low = this.#find(below, weights);
    if (rank === below) return low;
    return interpolate(low, this.#find(below + 1, weights), rank - below);
  }

  /** The value with `rank` values of the weighted pool before it. */
  #find(rank: number, weights: Int32Array): number {
    let low = 0;
    let high = this.values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#notAbove(middle, weights) > rank) high = middle;
      else low = middle + 1;
    }
    return this.values[low]!;
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
