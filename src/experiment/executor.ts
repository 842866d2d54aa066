import type { ReplicationResult } from "../model/index.ts";
import type { Job } from "./job.ts";

/** Tells work to stop; an `AbortSignal` is one. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Jobs to run: a list, or a source that makes each one when it is asked for, so that not all of them are ever in memory. `length` says how
 * many they are at most; executors use it to plan, not to count.
 */
export type Jobs = { readonly length: number } & (Iterable<Job> | AsyncIterable<Job>);

/** Receives a result; work may be held back until the promise it returns is kept. */
export type OnResult = (job: Job, result: ReplicationResult) => void | Promise<void>;

/**
 * Where jobs run. Every implementation passes the suite in `tests/contract/executor.slow.test.ts`:
 *
 * 1. `onResult` is called once for each job, with that very job, in any order, one call at a time, and never after `run` has settled.
 * 2. The result of a job depends on the job alone.
 * 3. When a job cannot be done, `run` rejects with a `ReplicationError` that names its seed and replication.
 * 4. When `signal` stops it, `run` rejects with `Interrupted`.
 * 5. `run` may be called again afterwards.
 * 6. Of a source of jobs it asks for no more than it can soon run, so that memory does not grow with their number.
 */
export interface Executor {
  run(jobs: Jobs, onResult: OnResult, signal?: StopSignal): Promise<void>;
}

/** The work was told to stop before it was done. */
export class Interrupted extends Error {
  /** What is left of it, in words; absent: nothing. */
  readonly kept: string | undefined;

  constructor(kept?: string) {
    super("interrupted");
    this.kept = kept;
    this.name = "Interrupted";
  }
}
