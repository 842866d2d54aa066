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

/**
 * Whether what is resampled from n replications spans enough to be cut at percentiles: even from the least of them to the most it misses the median of
 * where they come from with probability 2^(1 − n), all of them lying on one side (Thompson 1936), which must not be more than 1 − confidence.
 */
export function spansEnough(confidence: number, n: number): boolean {
  let missed = 1;
  for (let others = n - 1; others > 0 && missed > Number.EPSILON; others--) missed /= 2;
  return missed <= 1 - confidence + Number.EPSILON;
}

/** The ends where that is too little: Student's t times the standard error by the resamples, of which `spread` is the standard deviation. */
export function studentEnds(
  estimate: number,
  spread: number,
  confidence: number,
  n: number,
): readonly [low: number, high: number] {
  const half = studentTQuantile((1 + confidence) / 2, n - 1) * spread * Math.sqrt(n / (n - 1));
  return [estimate - half, estimate + half];
}

/** Throws RangeError unless `resamples` is a whole number of at least 100. */
export function checkResamples(resamples: number): void {
  if (!Number.isSafeInteger(resamples) || resamples < 100) {
    throw new RangeError(`resamples must be a whole number of at least 100, got ${resamples}`);
  }
}
