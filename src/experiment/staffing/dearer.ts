import { pairedRatio } from "../../stats/index.ts";
import { type Observation, termsOf } from "./observation.ts";

/** Looks at a difference, after so many replications. */
const LOOKS = [4, 8, 16, 32] as const;

/** The objective of one plan less that of another, in the same worlds; NaN ends where there is no interval. */
export function objectiveDifference(
  own: readonly Observation[],
  other: readonly Observation[],
  measure: number,
  confidence: number,
): { readonly estimate: number; readonly low: number; readonly high: number } {
  const n = Math.min(own.length, other.length);
  const [a, b] = [termsOf(own.slice(0, n), measure), termsOf(other.slice(0, n), measure)];
  if (![...a.numerators, ...b.numerators].every(Number.isFinite)) {
    return { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
  }
  const paired = pairedRatio(a, b);
  if (n < 2) return { estimate: paired.estimate, low: Number.NaN, high: Number.NaN };
  const { estimate, low, high } = paired.at(confidence);
  return { estimate, low, high };
}

/**
 * Whether a plan costs more than another, or not less by as much as matters: looked at after 4, 8, 16 and 32 replications in the same
 * worlds, with Student's t at a quarter of the error each time. False where that cannot be told.
 */
export async function isDearer(
  ownFirst: (count: number) => Promise<readonly Observation[]>,
  otherFirst: (count: number) => Promise<readonly Observation[]>,
  { measure, error, matters }: { readonly measure: number; readonly error: number; readonly matters: number },
): Promise<boolean> {
  for (const count of LOOKS) {
    const other = await otherFirst(count);
    const own = await ownFirst(count);
    const { low, high } = objectiveDifference(own, other, measure, 1 - (2 * error) / LOOKS.length);
    if (low > -matters) return true;
    if (high < 0) return false;
  }
  return false;
}
