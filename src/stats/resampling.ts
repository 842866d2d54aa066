import { normalCdf } from "../random/index.ts";
import { studentTQuantile } from "./student-t.ts";

/** A source of uniforms in [0, 1): a named stream, so that what rests on chance is reproducible. */
export interface Uniforms {
  uniform(): number;
}

/** Draws as many replications as there are weights, with replacement: how often each came. */
export function drawWeights(weights: Int32Array, stream: Uniforms): void {
  const n = weights.length;
  weights.fill(0);
  for (let i = 0; i < n; i++) weights[Math.floor(stream.uniform() * n)]! += 1;
}

/**
 * Share of a bootstrap's estimates to cut off at either end for an interval of that confidence from n replications.
 *
 * Smaller than (1 − confidence) / 2, because a bootstrap over n is too narrow by √((n − 1) / n) and knows no Student's t: the
 * expanded percentiles of Hesterberg (2015, § 5.3). NaN below n = 2.
 */
export function expandedTail(confidence: number, n: number): number {
  return n < 2 ? NaN : normalCdf(-Math.sqrt(n / (n - 1)) * studentTQuantile((1 + confidence) / 2, n - 1));
}

/** Throws RangeError unless `resamples` is a whole number of at least 100. */
export function checkResamples(resamples: number): void {
  if (!Number.isSafeInteger(resamples) || resamples < 100) {
    throw new RangeError(`resamples must be a whole number of at least 100, got ${resamples}`);
  }
}
