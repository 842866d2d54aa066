import { interpolate, sorted } from "./quantile.ts";

/** Values in a block at least; else it is as long as there are runs, so that walking it costs no more than weighing it. */
const SHORTEST_BLOCK = 8;
/** Probes by interpolation before the search for a block halves what is left instead. */
const INTERPOLATIONS = 12;

/**
 * All values of several runs in ascending order, able to find a quantile of any re-weighting of the runs. +Infinity is a value like any
 * other. Throws RangeError on NaN or −Infinity. O(M log n) to make for M values in n runs, once those of each are in order; O(n) memory
 * per block of n values.
 */
export class Pool {
  readonly values: Float64Array;
  /** Runs that have any values. */
  readonly filled: number;
  readonly #sizes: readonly number[];
  /** By position in `values`: the run it comes from. */
  readonly #owners: Int32Array;
  readonly #blockLength: number;
  readonly #blocks: number;
  /** By block and run: how many values of the run lie before the block. */
  readonly #before: Int32Array;

  constructor(samples: readonly ArrayLike<number>[]) {
    this.#sizes = samples.map(({ length }) => length);
    this.filled = this.#sizes.filter((size) => size > 0).length;
    const { values, owners } = merged(samples.map(sorted));
    this.values = values;
    this.#owners = owners;
    const n = samples.length;
    this.#blockLength = Math.max(SHORTEST_BLOCK, n);
    this.#blocks = Math.ceil(values.length / this.#blockLength);
    this.#before = new Int32Array(this.#blocks * n);
    const seen = new Int32Array(n);
    for (let block = 0; block < this.#blocks; block++) {
      this.#before.set(seen, block * n);
      const end = Math.min((block + 1) * this.#blockLength, values.length);
      for (let i = block * this.#blockLength; i < end; i++) seen[owners[i]!]! += 1;
    }
  }

  /** Runs. */
  get runs(): number {
    return this.#sizes.length;
  }

  /** The type-7 quantile of the pool in which run i occurs `weights[i]` times; NaN when that is empty. */
  quantile(p: number, weights: Int32Array): number {
    let size = 0;
    for (let i = 0; i < weights.length; i++) size += weights[i]! * this.#sizes[i]!;
    if (size === 0) return NaN;
    const rank = (size - 1) * p;
    const below = Math.floor(rank);
    const { values } = this;
    const owners = this.#owners;
    const block = this.#blockOf(below, size, weights);
    let position = block * this.#blockLength;
    let upTo = this.#weightBefore(block, weights) + weights[owners[position]!]!;
    while (upTo <= below) upTo += weights[owners[++position]!]!;
    const low = values[position]!;
    if (rank === below) return low;
    while (upTo <= below + 1) upTo += weights[owners[++position]!]!;
    return interpolate(low, values[position]!, rank - below);
  }

  /** The last block before which the weighted pool has no more than `rank` values. */
  #blockOf(rank: number, size: number, weights: Int32Array): number {
    let low = 0;
    let high = this.#blocks;
    let lowWeight = 0;
    let highWeight = size;
    for (let probes = 0; high - low > 1; probes++) {
      const part = probes < INTERPOLATIONS ? (rank - lowWeight) / (highWeight - lowWeight) : 0.5;
      const probe = Math.min(high - 1, Math.max(low + 1, low + Math.floor(part * (high - low))));
      const weight = this.#weightBefore(probe, weights);
      if (weight > rank) {
        high = probe;
        highWeight = weight;
      } else {
        low = probe;
        lowWeight = weight;
      }
    }
    return low;
  }

  #weightBefore(block: number, weights: Int32Array): number {
    const n = weights.length;
    const first = block * n;
    let total = 0;
    for (let i = 0; i < n; i++) total += weights[i]! * this.#before[first + i]!;
    return total;
  }
}

interface Owned {
  readonly values: Float64Array;
  readonly owners: Int32Array;
}

/** Two by two, so that each value moves log n times. */
function merged(runs: readonly Float64Array[]): Owned {
  let round: readonly Owned[] = runs.map((values, run) => ({
    values,
    owners: new Int32Array(values.length).fill(run),
  }));
  while (round.length > 1) {
    round = Array.from({ length: Math.ceil(round.length / 2) }, (_, pair) => {
      const [left, right] = [round[2 * pair]!, round[2 * pair + 1]];
      return right === undefined ? left : mergedPair(left, right);
    });
  }
  return round[0] ?? { values: new Float64Array(0), owners: new Int32Array(0) };
}

function mergedPair(
  { values: left, owners: ofLeft }: Owned,
  { values: right, owners: ofRight }: Owned,
): Owned {
  const length = left.length + right.length;
  const values = new Float64Array(length);
  const owners = new Int32Array(length);
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const i = l + r;
    if (left[l]! <= right[r]!) {
      values[i] = left[l]!;
      owners[i] = ofLeft[l++]!;
    } else {
      values[i] = right[r]!;
      owners[i] = ofRight[r++]!;
    }
  }
  values.set(left.subarray(l), l + r);
  owners.set(ofLeft.subarray(l), l + r);
  values.set(right.subarray(r), l + r);
  owners.set(ofRight.subarray(r), l + r);
  return { values, owners };
}
