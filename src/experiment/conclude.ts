import { isEquivalent, type PairedDifference, replicationsNeeded } from "../stats/index.ts";
import type { ComparisonRow } from "./comparison.ts";

/** What is known of a difference when it is to be judged. */
export interface Evidence {
  readonly paired: PairedDifference;
  readonly better: ComparisonRow["better"];
  /** Worlds in which it is not as good or as bad as the other. */
  readonly unequal: number;
  /** That the interval has which is to decide. */
  readonly confidence: number;
  /** That the interval has which is to lie within the smallest difference. */
  readonly equivalenceConfidence: number;
  readonly smallestDifference?: number;
}

/**
 * The conclusion from a difference. Smaller than matters goes before better or worse: two one-sided tests against the smallest
 * difference; then the interval, if it leaves out 0. A difference that was never there, in two worlds or more, is none.
 */
export function conclude({
  paired,
  better,
  unequal,
  confidence,
  equivalenceConfidence,
  smallestDifference,
}: Evidence): Pick<ComparisonRow, "conclusion" | "more"> {
  const { n } = paired;
  if (n > 1 && unequal === 0 && paired.estimate === 0 && paired.sd === 0) return { conclusion: "same" };
  if (
    smallestDifference !== undefined &&
    isEquivalent(paired.at(equivalenceConfidence), smallestDifference)
  ) {
    return { conclusion: "alike" };
  }
  const { low, high } = paired.at(confidence);
  if (low > 0 || high < 0) {
    const up = low > 0;
    if (better === "neither") return { conclusion: up ? "higher" : "lower" };
    return { conclusion: up === (better === "higher") ? "better" : "worse" };
  }
  const more = replicationsNeeded(paired, confidence, smallestDifference) - n;
  return { conclusion: "unclear", ...(Number.isNaN(more) ? {} : { more: Math.max(1, more) }) };
}
