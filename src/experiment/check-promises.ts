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
  readonly verdict: Verdict;
  /** Only where one cannot tell: replications that would, about, if the risk is what it seems; absent where that cannot be said. */
  readonly needs?: number;
}

/**
 * Whether the risk that a month falls below a promise's target exceeds its limit: it does if the whole interval lies above the limit, it does not
 * if the whole interval lies at or below it; else the replications are too few to tell.
 */
export function checkPromises(
  { rows, replications, confidence }: Analysis,
  promises: readonly PromiseLimit[],
): readonly CheckedPromise[] {
  return promises.map((promise) => {
    const { estimate, low, high, sd } = rows.find(({ response }) => response === promise.response)!;
    const { limit } = promise;
    const verdict = high <= limit ? "passes" : low > limit ? "fails" : "cannot tell";
    const needs = replicationsNeeded({ estimate: estimate - limit, sd, n: replications.length }, confidence);
    const isKnown = verdict === "cannot tell" && sd > 0 && Number.isFinite(needs);
    return { ...promise, estimate, low, high, verdict, ...(isKnown ? { needs } : {}) };
  });
}
