import { normalQuantile } from "../random/index.ts";
import type { PairedDifference } from "./paired-difference.ts";
import { studentTQuantile } from "./student-t.ts";

/** A difference below this share of its spread is taken for none: nobody has as many replications as it would take. */
const NONE = 1e-6;
/** How often as many replications would be enough, if the difference is what it seems to be. */
const POWER = 0.8;

/**
 * Replications, the present ones included, after which four in five times an interval at `confidence` would settle a difference: leave
 * out 0, or, where a `margin` is given, lie within ± `margin`, whichever takes fewer; if difference and spread are what they seem.
 *
 * NaN where spread or difference is not known; Infinity where the difference seems to be 0 and there is no margin. The sample
 * size of a t-test by its normal approximation: Law, § 10.2; Chow, Shao & Wang, Sample Size Calculations in Clinical Research, ch. 3.
 */
export function replicationsNeeded(
  { estimate, sd, n }: Pick<PairedDifference, "estimate" | "sd" | "n">,
  confidence: number,
  margin?: number,
): number {
  if (!Number.isFinite(estimate) || !Number.isFinite(sd)) return Number.NaN;
  const reach = studentTQuantile((1 + confidence) / 2, Math.max(1, n - 1)) + normalQuantile(POWER);
  const size = Math.abs(estimate);
  // An interval around a difference in the middle of the margin has two ends that could reach over it.
  const within = margin === undefined ? 0 : margin - size;
  const distance = Math.max(size, within);
  if (distance <= NONE * sd) return Infinity;
  return Math.ceil((reach * sd * reach * sd) / (distance * distance));
}
