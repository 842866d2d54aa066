import { checkConfidence } from "./interval.ts";
import { quantile } from "./quantile.ts";
import { checkResamples, drawWeights, expandedTail, type Uniforms } from "./resampling.ts";

export interface RowBootstrapOptions {
  readonly stream: Uniforms;
  readonly confidence?: number;
  /** At least 100. */
  readonly resamples?: number;
}

/** The ends of an interval; NaN where the rows do not bound it. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * Intervals for several statistics of the same `rows` independent rows: percentiles of what the statistics are when rows are drawn with
 * replacement, expanded as small numbers of rows ask for (Hesterberg 2015, § 5.3). `statistics` is given how often each row came; a statistic
 * that is NaN in any resample has no interval. O(resamples × cost of the statistics). Throws RangeError as its parts do.
 */
export function bootstrapRows(
  rows: number,
  statistics: (weights: Int32Array) => readonly number[],
  { stream, confidence = 0.95, resamples = 1000 }: RowBootstrapOptions,
): readonly Ends[] {
  checkConfidence(confidence);
  checkResamples(resamples);
  const weights = new Int32Array(rows);
  const samples: Float64Array[] = [];
  for (let b = 0; b < resamples; b++) {
    drawWeights(weights, stream);
    statistics(weights).forEach((value, s) => {
      samples[s] ??= new Float64Array(resamples);
      samples[s][b] = value;
    });
  }
  const tail = expandedTail(confidence, rows);
  return samples.map((values) => {
    if (Number.isNaN(tail) || values.some(Number.isNaN)) return { low: Number.NaN, high: Number.NaN };
    const sorted = values.sort();
    return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
  });
}
