import { replicationsNeeded } from "../stats/index.ts";
import type { Analysis, AnalysisRow } from "./analysis.ts";
import type { Verdict } from "./stress/stress-result.ts";

/** A promise to be checked. */
export interface PromiseLimit {
  readonly promise: string;
  /** Name of the response that tells the risk that a month falls below the target. */
  readonly response: string;
  readonly target: number;
  /** How great that risk may be. */
  readonly limit: number;
}

export interface CheckedPromise extends PromiseLimit, Pick<AnalysisRow, "estimate" | "low" | "high"> {
  /** By the estimate, on which side of the limit it lies; "cannot tell" where no month has a message of which anything is promised. */
  readonly verdict: Verdict;
  /** Whether the whole interval lies on that side. */
  readonly isSure: boolean;
  /** Only where one is not sure: replications after which one would be, about, if the risk is what it seems; absent where that cannot be said. */
  readonly needs?: number;
}

/** Whether the risk that a month falls below a promise's target exceeds its limit, and whether the replications are enough to be sure of that. */
export function checkPromises(
  { rows, replications, confidence }: Analysis,
  promises: readonly PromiseLimit[],
): readonly CheckedPromise[] {
  return promises.map((promise) => {
    const { estimate, low, high, sd } = rows.find(({ response }) => response === promise.response)!;
    const { limit } = promise;
    const verdict = estimate <= limit ? "passes" : estimate > limit ? "fails" : "cannot tell";
    const isSure = high <= limit || low > limit;
    const needs = replicationsNeeded({ estimate: estimate - limit, sd, n: replications.length }, confidence);
    // Of few events the interval is wider than the spread says: what that asks for may be there already.
    const isKnown = !isSure && sd > 0 && Number.isFinite(needs) && needs > replications.length;
    return { ...promise, estimate, low, high, verdict, isSure, ...(isKnown ? { needs } : {}) };
  });
}
