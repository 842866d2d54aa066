import type { ReplicationResult } from "../model/index.ts";
import { meanInterval } from "../stats/index.ts";

/** Open messages at the first opening of each week of the run: mean over replications with its interval. */
export interface WeeklyBacklog {
  /** The openings [min since the run's start]. */
  readonly at: readonly number[];
  readonly mean: readonly number[];
  /** Ends of the 95 % intervals; NaN below two replications. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The weekly backlog over replications of one scenario; empty without any. */
export function weeklyBacklogOf(results: readonly ReplicationResult[]): WeeklyBacklog {
  const at = [...(results[0]?.diagnostics.weeklyBacklogAt ?? [])];
  const weeks = at.map((_, week) =>
    meanInterval(results.map(({ diagnostics }) => diagnostics.weeklyBacklog[week]!)),
  );
  return {
    at,
    mean: weeks.map(({ estimate }) => estimate),
    low: weeks.map(({ low }) => Math.max(0, low)),
    high: weeks.map(({ high }) => high),
  };
}
