import { mondayOpenings, openAt } from "./backlog.ts";
import { type LittlesLaw, littlesLaw } from "./littles-law.ts";
import type { RecordedRun } from "./recorded-run.ts";

/** What tells whether a run can be believed. */
export interface Diagnostics {
  readonly littlesLaw: LittlesLaw;
  /** Open messages at each week's first opening, of the whole run: what is still growing shows here. */
  readonly weeklyBacklog: Float64Array<ArrayBuffer>;
  /** The moments of `weeklyBacklog` [min since start]. */
  readonly weeklyBacklogAt: Float64Array<ArrayBuffer>;
  /** Mean number of open messages in each seven days from the start of the run: see `WeeklyOpen`. */
  readonly weeklyOpen: Float64Array<ArrayBuffer>;
  /** By promise: messages of the window that are open at the end of the run before their time was up; they count as not kept. */
  readonly undecided: readonly number[];
}

/** All of it that is in the records. */
export function diagnostics(run: RecordedRun): Omit<Diagnostics, "weeklyOpen"> {
  const moments = mondayOpenings(run.model);
  return {
    littlesLaw: littlesLaw(run),
    weeklyBacklog: Float64Array.from(openAt(run.messages, moments)),
    weeklyBacklogAt: Float64Array.from(moments),
    undecided: run.promises.map(({ undecided }) => undecided),
  };
}
