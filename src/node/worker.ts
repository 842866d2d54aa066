import { createPerformer, type Job } from "../experiment/index.ts";
import { type Outcome, packFailure } from "./postal.ts";
import { runPackedWith } from "./queue/run-packed.ts";

const perform = createPerformer();

/** What a worker thread does: a batch of jobs, up to the first that fails. */
export function runBatch(jobs: readonly Job[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    try {
      outcomes.push({ type: "result", result: perform(job) });
    } catch (error) {
      outcomes.push(packFailure(error));
      break;
    }
  }
  return outcomes;
}

/** What it does for a queue. */
export const runPacked = runPackedWith(runBatch);
