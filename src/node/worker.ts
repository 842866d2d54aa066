import { createPerformer, type Job, type Outcome, outcomeOf } from "../experiment/index.ts";
import { runPackedWith } from "./queue/run-packed.ts";

const perform = createPerformer();

/** What a worker thread does: a batch of jobs, up to the first that fails. */
export function runBatch(jobs: readonly Job[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    const outcome = outcomeOf(perform, job);
    outcomes.push(outcome);
    if (outcome.type === "failure") break;
  }
  return outcomes;
}

/** What it does for a queue. */
export const runPacked = runPackedWith(runBatch);
