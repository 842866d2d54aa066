import { normalCdf } from "../random/index.ts";
import { checkConfidence, type Interval, interval } from "./interval.ts";
import { interpolate, quantile, sorted } from "./quantile.ts";
import { studentTQuantile } from "./student-t.ts";
import { Tally } from "./tally.ts";

/** How `pooledQuantileInterval` resamples. */
export interface BootstrapOptions {
  /** Probability that the interval covers; 0.95 unless told. */
  readonly confidence?: number;
  /** Bootstrap resamples; 2000 unless told. */
  readonly resamples?: number;
  /** Where the resampling takes its uniforms in [0, 1): a named stream, so that the interval is reproducible. */
  readonly stream: { uniform(): number };
}

/**
 * The p-quantile of a wait over all messages of all replications, with its bootstrap interval, in the unit of the samples.
 *
 * The estimand is the quantile of the pooled messages: what a message drawn at random meets, so that busy
 * replications weigh more. One sample per replication, in any order, empty ones allowed; +Infinity is a
 * message never answered, and estimate or ends may be Infinity. Whole replications are resampled, because the messages
 * of one replication depend on each other; the ends are the expanded percentiles of Hesterberg (2015, § 5.3), which
 * make up for the bootstrap's narrowness with few replications. `infinite` counts the infinite messages.
 * Ends are NaN below two replications with messages. Throws RangeError on NaN, −Infinity, p outside [0, 1].
 * O(M log M + resamples × n × log M) for M messages in n replications.
 */
export function pooledQuantileInterval(
  samples: readonly ArrayLike<number>[],
  p: number,
  { confidence = 0.95, resamples = 2000, stream }: BootstrapOptions,
): Interval {
  checkConfidence(confidence);
  if (!Number.isSafeInteger(resamples) || resamples < 100) {
    throw new RangeError(`resamples must be a whole number of at least 100, got ${resamples}`);
  }
  const runs = samples.map(sorted);
  const pool = new Pool(runs);
  const estimate = quantile(pool.values, p);
  const n = runs.length;
  const infinite = pool.values.reduce((count, value) => (value === Infinity ? count + 1 : count), 0);
  const replicates = new Float64Array(resamples);
  const weights = new Int32Array(n);
  const bounded = runs.filter((run) => run.length > 0).length > 1;
  for (let b = 0; b < resamples && bounded; b++) {
    do {
      weights.fill(0);
      for (let i = 0; i < n; i++) weights[Math.floor(stream.uniform() * n)]! += 1;
      replicates[b] = pool.quantile(p, weights);
    } while (Number.isNaN(replicates[b]!));
  }
  const spread = new Tally();
  for (const value of replicates) spread.add(value);
  replicates.sort();
  const tail = bounded
    ? normalCdf(-Math.sqrt(n / (n - 1)) * studentTQuantile((1 + confidence) / 2, n - 1))
    : NaN;
  return interval({
    estimate,
    low: bounded ? quantile(replicates, tail) : NaN,
    high: bounded ? quantile(replicates, 1 - tail) : NaN,
    n,
    sd: bounded ? spread.sd * Math.sqrt(n) : NaN,
    method: "bootstrap",
    confidence,
    ...(infinite > 0 ? { infinite } : {}),
  });
}

/** All values of all replications in order, able to find quantiles of any re-weighting of the replications. */
class Pool {
  readonly values: Float64Array;
  readonly #runs: readonly Float64Array[];
  /** Per visited position of `values`: how many values of each replication are not above it. Resamples revisit few positions. */
  readonly #ranks = new Map<number, Int32Array>();

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
