import { normalQuantile } from "../../random/index.ts";
import type { Bounds } from "./bounds.ts";

const Z95 = normalQuantile(0.975);

/** The mean of independent values with its normal interval, never below 0; NaN ends of fewer than two. */
export function meanBounds(values: readonly number[]): Bounds {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  const half = Z95 * Math.sqrt(squares / (values.length - 1) / values.length);
  return { estimate: mean, low: Math.max(0, mean - half), high: mean + half };
}
