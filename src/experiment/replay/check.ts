import { log } from "../../random/index.ts";
import { quantile, sorted, studentTQuantile } from "../../stats/index.ts";
import { leastOf, type Measure, type Scale, type Stage } from "./measure.ts";

/** Pointwise bands hold this share of replications. */
export const BAND = 0.9;
/** Of no check of a right model more than this is to be found off by chance. */
const CONFIDENCE = 0.95;

/** One comparison of what is recorded with what is predicted. Plain data. */
export interface Check {
  readonly stage: Stage;
  readonly label: string;
  readonly scale: Scale | "energy" | "path";
  readonly recorded: number;
  /** Median of replications, and the ends between which nine of ten lie. */
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  /** By how much the model is off in any case: what is left of the difference once the chance of record and model is taken off, in parts of the tolerance. */
  readonly off: number;
  /** How far off it might be without being found out (95 %), in parts of the tolerance. */
  readonly blur: number;
  readonly headline: boolean;
  readonly mend: string;
}

/**
 * Holds the record against replications, which are as likely as it is if the model is right: it is off by what exceeds t × s × √(1 + 1/R), s
 * being the spread of R replications, at a confidence that holds for all `family` checks together (Bonferroni). Shares are compared by their
 * difference, hours and counts by the logarithm of their ratio; what has no end counts as `most`.
 */
export function checkMeasure<T>(
  measure: Measure<T>,
  recorded: T,
  replications: readonly T[],
  { family, most }: { readonly family: number; readonly most: number },
): Check | undefined {
  const { stage, label, scale, tolerance, headline, mend } = measure;
  const own = measure.of(recorded);
  const values = replications.map((each) => measure.of(each));
  if (Number.isNaN(own) || values.some((value) => Number.isNaN(value))) return undefined;
  const least = leastOf(scale);
  const size = (value: number) => (scale === "share" ? value : log(Math.min(value, most) + least));
  const sizes = values.map(size);
  const count = sizes.length;
  const mean = sizes.reduce((sum, value) => sum + value, 0) / count;
  const sd = Math.sqrt(sizes.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (count - 1));
  const blur = (confidence: number) =>
    studentTQuantile((1 + confidence) / 2, count - 1) * sd * Math.sqrt(1 + 1 / count);
  const difference = Math.abs(size(own) - mean);
  const all = sorted(values);
  return {
    stage,
    label,
    scale,
    recorded: own,
    predicted: quantile(all, 0.5),
    low: quantile(all, (1 - BAND) / 2),
    high: quantile(all, (1 + BAND) / 2),
    off: Math.max(0, difference - blur(1 - (1 - CONFIDENCE) / family)) / tolerance,
    blur: blur(CONFIDENCE) / tolerance,
    headline,
    mend,
  };
}

/**
 * A check of how far the record is from the replications, by a size that each of them has, too, against all others: it is off by what exceeds the
 * size that 95 % of replications stay below.
 */
export function checkSize(
  terms: Pick<Check, "stage" | "label" | "scale" | "mend"> & { readonly tolerance: number },
  own: number,
  others: readonly number[],
): Check | undefined {
  if (Number.isNaN(own) || others.some((value) => Number.isNaN(value))) return undefined;
  const { tolerance, ...rest } = terms;
  const all = sorted(others);
  return {
    ...rest,
    recorded: own,
    predicted: quantile(all, 0.5),
    low: quantile(all, (1 - BAND) / 2),
    high: quantile(all, (1 + BAND) / 2),
    off: Math.max(0, own - quantile(all, CONFIDENCE)) / tolerance,
    blur: quantile(all, CONFIDENCE) / tolerance,
    headline: false,
  };
}

/** How likely a replication of a right model is as far off as the record, at least (rank among them). */
export function chanceOf(own: number, others: readonly number[]): number {
  return (1 + others.filter((value) => value >= own).length) / (1 + others.length);
}
