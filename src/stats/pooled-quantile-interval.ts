import { checkConfidence, type Interval, interval } from "./interval.ts";
import { Pool } from "./pool.ts";
import { quantile } from "./quantile.ts";
import {
  checkResamples,
  drawWeights,
  expandedTail,
  spansEnough,
  studentEnds,
  type Uniforms,
} from "./resampling.ts";
import { Tally } from "./tally.ts";

/** How `pooledQuantileInterval` resamples. */
export interface BootstrapOptions {
  /** Probability that the interval covers; 0.95 unless told. */
  readonly confidence?: number;
  /** Bootstrap resamples; 2000 unless told. */
  readonly resamples?: number;
  /** Where the resampling takes its uniforms in [0, 1): a named stream, so that the interval is reproducible. */
  readonly stream: Uniforms;
}

/**
 * The p-quantile of a wait over all messages of all replications, with its bootstrap interval, in the unit of the samples.
 *
 * The estimand is the quantile of the pooled messages: what a message drawn at random meets, so that busy
 * replications weigh more. One sample per replication, in any order, empty ones allowed; +Infinity is a
 * message never answered, and estimate or ends may be Infinity. Who wants several quantiles of the same samples gives their `Pool`, which is what
 * takes the time. Whole replications are resampled, because the messages
 * of one replication depend on each other; the ends are the expanded percentiles of Hesterberg (2015, § 5.3), which
 * make up for the bootstrap's narrowness with few replications. Of fewer than it takes for that (6 at 95 %), the ends are Student's t times the
 * spread of the resamples, which may lie below every wait; percentiles again where a resample is infinite, which has no spread. `infinite` counts the infinite messages.
 * Ends are NaN below two replications with messages. Throws RangeError on NaN, −Infinity, p outside [0, 1].
 * O(M log n + resamples × n) for M messages in n replications, once those of each are in order.
 */
export function pooledQuantileInterval(
  samples: readonly ArrayLike<number>[] | Pool,
  p: number,
  { confidence = 0.95, resamples = 2000, stream }: BootstrapOptions,
): Interval {
  checkConfidence(confidence);
  checkResamples(resamples);
  const pool = samples instanceof Pool ? samples : new Pool(samples);
  const estimate = quantile(pool.values, p);
  const n = pool.runs;
  const infinite = pool.values.reduce((count, value) => (value === Infinity ? count + 1 : count), 0);
  const replicates = new Float64Array(resamples);
  const weights = new Int32Array(n);
  const bounded = pool.filled > 1;
  for (let b = 0; b < resamples && bounded; b++) {
    do {
      drawWeights(weights, stream);
      replicates[b] = pool.quantile(p, weights);
    } while (Number.isNaN(replicates[b]!));
  }
  const spread = new Tally();
  for (const value of replicates) spread.add(value);
  replicates.sort();
  const tail = expandedTail(confidence, n);
  const [low, high] = !bounded
    ? [NaN, NaN]
    : spansEnough(confidence, pool.filled) || !Number.isFinite(spread.sd)
      ? [quantile(replicates, tail), quantile(replicates, 1 - tail)]
      : studentEnds(estimate, spread.sd, confidence, pool.filled);
  return interval({
    estimate,
    low,
    high,
    n,
    sd: bounded ? spread.sd * Math.sqrt(n) : NaN,
    method: "bootstrap",
    confidence,
    ...(infinite > 0 ? { infinite } : {}),
  });
}
