import { setImmediate } from "node:timers/promises";
import { createInlineExecutor, createPerformer, type Executor, type Performer } from "../experiment/index.ts";
import { createThreadExecutor } from "./thread-executor.ts";

export interface LocalExecutorOptions {
  /** Threads at most. */
  readonly jobs: number;
  readonly perform?: Performer;
}

/** What a pool of threads costs before its first result [ms]: loading, parsing, compiling and warming up in every thread. */
const THREADS_START = 450;
/** A fresh process runs its first replication in cold code, and compiles the scenario: later ones take about this share of its time. */
const WARM_SHARE = 0.5;
/** Work in a message to a thread [ms]. */
const BATCH = 150;

/**
 * Runs jobs on this machine. The first one runs here and is timed; the others go to worker threads if that should be faster. Where a
 * job ran never shows in its result.
 */
export function createLocalExecutor({
  jobs: threads,
  perform = createPerformer(),
}: LocalExecutorOptions): Executor {
  const inline = createInlineExecutor({ perform, pause: setImmediate });
  return {
    async run(jobs, onResult, signal) {
      const begun = performance.now();
      await inline.run(jobs.slice(0, 1), onResult, signal);
      const rest = jobs.slice(1);
      const each = (performance.now() - begun) * WARM_SHARE;
      const batch = batchSize(rest.length, each, threads);
      const there = threadsPay(rest.length, each, threads)
        ? createThreadExecutor({ threads, batch })
        : inline;
      await there.run(rest, onResult, signal);
    },
  };
}

/** Whether `count` jobs of `each` ms end sooner in `threads` threads than one after another. */
export function threadsPay(count: number, each: number, threads: number): boolean {
  const used = Math.min(threads, count);
  return used > 1 && THREADS_START + (count * each) / used < count * each;
}

/** Enough jobs in a message to be worth sending, few enough that no thread waits long for the last one. */
export function batchSize(count: number, each: number, threads: number): number {
  const even = Math.ceil(count / (threads * 4));
  return Math.max(1, Math.min(even, Math.floor(BATCH / Math.max(each, 0.1))));
}
