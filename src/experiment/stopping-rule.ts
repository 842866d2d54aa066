import { invariant } from "../errors.ts";
import { type Model, type ReplicationResult, responseDefinitions } from "../model/index.ts";
import type { Interval } from "../stats/index.ts";
import { estimateOf } from "./estimate.ts";
import { LookAhead } from "./look-ahead.ts";
import { isPrecise, type Precision, reachOf, type Until } from "./precision.ts";
import type { EnoughRule } from "./replicate.ts";

/** What came of a wish for precision. */
export interface UntilOutcome extends Omit<Until, "precisions"> {
  /**
   * `precise`: all that was wanted; `at-most`: as many replications as were allowed, and not all of it; `endless`: after `atLeast`
   * replications a response had no finite value, so that none could come of it.
   */
  readonly ended: "precise" | "at-most" | "endless";
  /** Further replications with which it was still precise; only where `ended` is `precise`. They are not in the result. */
  readonly borneOutBy?: number;
  readonly precisions: readonly PrecisionOutcome[];
}

export interface PrecisionOutcome extends Precision {
  /** What was reached, as `halfWidth` counts it; NaN or Infinity where nothing was. */
  readonly reached: number;
  readonly met: boolean;
  /** Replications that would take, as the spread that was seen has it: the square of what is left to gain; NaN where that is not known. */
  readonly needs: number;
}

/** Decides after each replication whether more are wanted. */
export interface StoppingRule extends EnoughRule {
  /** What came of it, by those results that it wants. */
  outcome(results: readonly ReplicationResult[]): UntilOutcome;
}

/**
 * The rule that `until` states, by the very intervals that `analyse` would give: see `LookAhead`, which all the precisions must
 * satisfy together. It ends at once where a response has no finite value after `atLeast` replications, because no number of them
 * would help, and at `atMost` in any case. A function of the results in their order alone. Throws InvariantError on a response
 * that is not the model's.
 */
export function createStoppingRule(
  model: Model,
  until: Until,
  seed: number,
  confidence = 0.95,
): StoppingRule {
  const definitions = responseDefinitions(model);
  const wishes = until.precisions.map((precision) => {
    const index = definitions.findIndex(({ name }) => name === precision.response);
    invariant(index >= 0, `there is no response ${precision.response}`);
    return { precision, index };
  });
  let all: readonly ReplicationResult[] = [];
  let needs = until.atLeast;
  let ended: UntilOutcome["ended"] = "at-most";

  const intervalOf = (index: number, count: number): Interval =>
    estimateOf(definitions[index]!, index, all.slice(0, count), seed, confidence);
  const lookAhead = new LookAhead(until, (count) =>
    wishes.every(({ precision, index }) => {
      const interval = intervalOf(index, count);
      if (isPrecise(interval, precision)) return true;
      const more = needsOf(interval, precision, count);
      if (!Number.isNaN(more)) needs = more;
      return false;
    }),
  );
  const isEndless = () =>
    wishes.some(({ index }) => !Number.isFinite(intervalOf(index, until.atLeast).estimate));

  return {
    wanted(results) {
      all = results;
      const count = results.length;
      if (count === until.atLeast && isEndless()) {
        ended = "endless";
        return count;
      }
      const precise = lookAhead.enough(count);
      if (precise !== undefined) ended = "precise";
      return precise ?? (count >= until.atMost ? count : undefined);
    },
    least: () => lookAhead.least,
    expected: () => Math.min(Math.max(needs + until.lookAhead, lookAhead.earliest), until.atMost),
    outcome(results) {
      const count = results.length;
      all = results;
      return {
        ...until,
        ended,
        ...(ended === "precise" ? { borneOutBy: lookAhead.earliest - count } : {}),
        precisions: wishes.map(({ precision, index }) => {
          const interval = intervalOf(index, count);
          return {
            ...precision,
            reached: reachOf(interval, precision.relative),
            met: isPrecise(interval, precision),
            needs: needsOf(interval, precision, count),
          };
        }),
      };
    },
  };
}

/** By the half-width's falling with the square root of the replications. Law, Simulation Modeling and Analysis, § 9.4.1. */
function needsOf(interval: Interval, { halfWidth, relative }: Precision, count: number): number {
  const part = reachOf(interval, relative) / halfWidth;
  return Number.isFinite(part) ? Math.ceil(count * part * part) : Number.NaN;
}
