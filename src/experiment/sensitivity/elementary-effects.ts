import { bootstrapRows, type RowBootstrapOptions } from "../../stats/index.ts";
import { covariance, mean, weightedMean } from "./replicate-products.ts";
import type { Measured } from "./sobol-indices.ts";

/** An input's elementary effects: change of the expected response over the change of the input's `u`; of a choice, over one change. */
export interface ElementaryEffects {
  /** Mean effect: rising or falling. */
  readonly mu: Measured;
  /** Mean of the effects' sizes. */
  readonly muStar: Measured;
  /** Standard deviation of the effects: what is not proportional, or depends on other inputs. */
  readonly sigma: Measured;
}

/** One step of a trajectory: two points that differ in one input, by `change` of its `u`. */
export interface ElementaryStep {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly change: number;
}

/**
 * Morris's measures of one input, from a step of each trajectory, whose two points have m ≥ 2 replications in the same worlds. The square of
 * sigma is without the noise of the steps; below 0 it counts as 0. The size of an effect is its mean over replications, each with the sign that
 * the others have: noise, of which half is positive, adds nothing to it in the mean, while the plain mean of sizes takes all noise for effect.
 * It falls short where effects are smaller than their noise. Intervals: bootstrap over trajectories. Morris 1991, Technometrics 33, 161;
 * Campolongo, Cariboni, Saltelli 2007.
 */
export function elementaryEffects(
  steps: readonly ElementaryStep[],
  options: RowBootstrapOptions,
): ElementaryEffects {
  const rows = steps.length;
  const effects = new Float64Array(rows);
  const sizes = new Float64Array(rows);
  const noises = new Float64Array(rows);
  for (const [r, { from, to, change }] of steps.entries()) {
    const own = Float64Array.from(from, (value, j) => (to[j]! - value) / change);
    effects[r] = mean(own);
    sizes[r] = sizeOf(own);
    noises[r] = covariance(own, own) / own.length;
  }
  const statistics = (weights: ArrayLike<number>) => {
    const mu = weightedMean(effects, weights);
    let squares = 0;
    for (let r = 0; r < rows; r++) squares += weights[r]! * (effects[r]! - mu) * (effects[r]! - mu);
    const variance = squares / (rows - 1) - weightedMean(noises, weights);
    return [mu, weightedMean(sizes, weights), Math.sqrt(Math.max(0, variance))];
  };
  const estimates = statistics(new Int32Array(rows).fill(1));
  const ends = bootstrapRows(rows, statistics, options);
  const [mu, muStar, sigma] = estimates.map((estimate, i): Measured => ({ estimate, ...ends[i]! }));
  return { mu: mu!, muStar: muStar!, sigma: sigma! };
}

/** The mean of replications, each times the sign of the sum of the others. */
function sizeOf(own: ArrayLike<number>): number {
  const sum = mean(own) * own.length;
  let size = 0;
  for (let j = 0; j < own.length; j++) size += Math.sign(sum - own[j]!) * own[j]!;
  return size / own.length;
}
