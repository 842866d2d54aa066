import { checkConfidence } from "./interval.ts";
import { checkResamples, type Uniforms } from "./resampling.ts";
import { studentTCdf } from "./student-t.ts";

/** How `jointConfidence` resamples. */
export interface JointOptions {
  /** Probability with which all intervals together are to cover; 0.95 unless told. */
  readonly confidence?: number;
  /** 10,000 unless told. */
  readonly resamples?: number;
  readonly stream: Uniforms;
}

/** Below so many replications there are too few patterns of signs to resample. */
const FEWEST = 10;

/**
 * The confidence that each interval of a family must have, so that all of them together cover with probability `confidence`.
 *
 * `family` holds the deviations of each estimate by replication (`PairedDifference.deviations`), the same replications for all. A
 * resample turns the signs of whole replications, the same ones for the whole family, so that what goes together stays together, and
 * takes the greatest |t| of the family; the quantile of these over resamples is the |t| that no estimate exceeds with probability
 * `confidence`, and what is returned is the confidence of an interval that reaches so far. Never less than `confidence` (a family of one)
 * nor more than Bonferroni's, which is taken below ten replications. Estimates without deviations (all 0) have nothing to miss and
 * do not count. README.md says what that covers. Throws RangeError on deviations of different length.
 * O(resamples × n × family).
 *
 * The max-t of Westfall & Young, Resampling-Based Multiple Testing (1993), § 2.5, and Romano & Wolf, Econometrica 73 (2005), 1237;
 * with signs as the weights, as in Davidson & Flachaire, J. Econometrics 146 (2008), 162.
 */
export function jointConfidence(
  family: readonly Float64Array[],
  { confidence = 0.95, resamples = 10_000, stream }: JointOptions,
): number {
  checkConfidence(confidence);
  checkResamples(resamples);
  const n = family[0]?.length ?? 0;
  for (const { length } of family) {
    if (length !== n) throw new RangeError(`a family needs the same replications, got ${n} and ${length}`);
  }
  const directions = family.map(unit).filter((direction) => direction !== undefined);
  if (directions.length < 2) return confidence;
  const bonferroni = 1 - (1 - confidence) / directions.length;
  if (n < FEWEST) return bonferroni;
  const greatest = greatestShares(directions, resamples, stream).sort();
  const share = greatest[Math.min(resamples, Math.ceil((resamples + 1) * confidence)) - 1]!;
  const t = share < 1 ? Math.sqrt(((n - 1) * share) / (1 - share)) : Infinity;
  return Math.min(bonferroni, Math.max(confidence, 2 * studentTCdf(t, n - 1) - 1));
}

/** Of length 1; undefined for a vector of zeros. */
function unit(vector: Float64Array): Float64Array | undefined {
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0));
  return length > 0 ? vector.map((each) => each / length) : undefined;
}

/** Of every resample the greatest (Σ ± d)² / (n Σ d²), which is t² / (t² + n − 1). */
function greatestShares(
  directions: readonly Float64Array[],
  resamples: number,
  stream: Uniforms,
): Float64Array {
  const n = directions[0]!.length;
  const signs = new Int8Array(n);
  const greatest = new Float64Array(resamples);
  for (let b = 0; b < resamples; b++) {
    for (let i = 0; i < n; i++) signs[i] = stream.uniform() < 0.5 ? 1 : -1;
    let most = 0;
    for (const direction of directions) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += signs[i]! * direction[i]!;
      most = Math.max(most, sum * sum);
    }
    greatest[b] = most / n;
  }
  return greatest;
}
