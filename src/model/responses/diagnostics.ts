import { mondayOpenings, openAt } from "./backlog.ts";
import type { RecordedRun } from "./recorded-run.ts";

/** What tells whether a run can be believed. */
export interface Diagnostics {
  readonly littlesLaw: LittlesLaw;
  /** Open messages at each week's first opening, of the whole run: what is still growing shows here. */
  readonly weeklyBacklog: Float64Array<ArrayBuffer>;
  /** The moments of `weeklyBacklog` [min since start]. */
  readonly weeklyBacklogAt: Float64Array<ArrayBuffer>;
  /** By promise: messages of the window that are open at the end of the run before their time was up; they count as not kept. */
  readonly undecided: readonly number[];
}

/** L = λ W for messages from sending to closing: what was inside the window, against what was sent in it. */
export interface LittlesLaw {
  /** Mean number of open messages over the window. */
  readonly meanOpen: number;
  /** [per min] */
  readonly arrivalRate: number;
  /** [min] Mean time until closing of those sent in the window; to the end of the run for those that are open then. */
  readonly meanTime: number;
  /** (L − λ W) / L: far from 0 where the window begins or ends with much more inside than the other way; 0 where nothing is inside. */
  readonly residual: number;
}

export function diagnostics(run: RecordedRun): Diagnostics {
  const moments = mondayOpenings(run.model);
  return {
    littlesLaw: littlesLaw(run),
    weeklyBacklog: Float64Array.from(openAt(run.messages, moments)),
    weeklyBacklogAt: Float64Array.from(moments),
    undecided: run.promises.map(({ undecided }) => undecided),
  };
}

function littlesLaw({ model, recorder, messages }: RecordedRun): LittlesLaw {
  const { windowStart, windowEnd, end } = model;
  const length = windowEnd - windowStart;
  let inside = 0;
  let sent = 0;
  let times = 0;
  for (let i = 0; i < messages.count; i += 1) {
    inside += recorder.openInWindow(messages.sent[i]!, messages.closed[i]!);
    if (messages.inWindow[i] === 0) continue;
    sent += 1;
    times += (Number.isNaN(messages.closed[i]!) ? end : messages.closed[i]!) - messages.sent[i]!;
  }
  return {
    meanOpen: inside / length,
    arrivalRate: sent / length,
    meanTime: times / sent,
    residual: inside === 0 ? 0 : (inside - times) / inside,
  };
}
