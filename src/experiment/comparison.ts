import type { AnalysisRow, Caution } from "./analysis.ts";

/**
 * What is to be thought of a difference: it is surely one for the better or the worse (higher or lower, of a response that is neither);
 * there is none in any world; it is surely too small to matter; or one cannot tell.
 */
export type Conclusion = "better" | "worse" | "higher" | "lower" | "same" | "alike" | "unclear";

/** What one alternative makes of one response, against the base, in the same worlds. In the unit of the response. */
export interface ComparisonRow
  extends Pick<AnalysisRow, "response" | "label" | "group" | "unit" | "better" | "headline" | "estimand"> {
  /** Whether it is one of those that decide. */
  readonly primary: boolean;
  readonly base: Estimate;
  readonly own: Estimate;
  /** `own` less `base`; infinite where one of them is, NaN where both are or one is not defined. */
  readonly difference: number;
  /** Ends of its own interval, at the comparison's confidence; NaN where the replications do not bound the difference. */
  readonly low: number;
  readonly high: number;
  /** Of primary responses: ends of the interval that covers together with all the others at the comparison's confidence. */
  readonly joint?: { readonly low: number; readonly high: number };
  /** Spread of a pair of replications. */
  readonly sd: number;
  /** Pairs of replications behind it. */
  readonly n: number;
  /** Worlds in which the alternative is better (higher, of a response that is neither), as good, and worse. */
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** Worlds in which the replication's own value is without end, with the base or with the alternative. */
  readonly endless: number;
  /** By how many times the variance of the difference is smaller for being paired. */
  readonly varianceRatio: number;
  /** From which on a difference matters; absent where nobody has said. */
  readonly smallestDifference?: number;
  readonly conclusion: Conclusion;
  /**
   * Only where one cannot tell: about how many more worlds would, if the difference is what it seems; Infinity where it seems to be none,
   * absent where that cannot be said.
   */
  readonly more?: number;
}

/** An estimate with its own interval, as a run by itself would print it. */
export type Estimate = Pick<AnalysisRow, "estimate" | "low" | "high" | "beyond">;

export interface ComparedAlternative {
  readonly name: string;
  readonly rows: readonly ComparisonRow[];
}

/** How the best was looked for, and what was found. */
export interface Selection {
  readonly response: string;
  readonly indifference: number;
  readonly probability: number;
  /** Names of those that may be the best: one, unless it ended before that could be told. */
  readonly left: readonly string[];
  /** Replications of each alternative until it was out, or it was over. */
  readonly spent: readonly { readonly name: string; readonly replications: number }[];
  /** Why it could not be done, or not to its end. */
  readonly why?: string;
}

/** Alternatives against a base, in the same worlds. Plain data; equal for equal results, whatever the order in which they came. */
export interface Comparison {
  /** Of each interval by itself, and of the joint ones together. */
  readonly confidence: number;
  /** That each joint interval has by itself. */
  readonly jointConfidence: number;
  readonly replications: readonly number[];
  readonly base: string;
  readonly alternatives: readonly ComparedAlternative[];
  /** Names of the responses that decide. */
  readonly primary: readonly string[];
  /** Responses that not all have alike, with the names of those that have them. */
  readonly leftOut: readonly { readonly response: string; readonly having: readonly string[] }[];
  readonly selection?: Selection;
  readonly cautions: readonly Caution[];
}
