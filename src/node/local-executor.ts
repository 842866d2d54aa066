import { setImmediate } from "node:timers/promises";
import {
  createInlineExecutor,
  createPerformer,
  type Executor,
  type Job,
  type Jobs,
  type Performer,
} from "../experiment/index.ts";
import { createThreadExecutor } from "./thread-executor.ts";

export interface LocalExecutorOptions {
  /** Threads at most. */
  readonly jobs: number;
  readonly perform?: Performer;
}

/**
 * What a thread costs before it is as fast as this one [ms]: loading, parsing, compiling, and replications in cold code, which grow with
 * the first one here and end when all code is warm. Seen: 1.3 s where the first replication took 0.75 s and warm ones 0.07 s.
 */
const START = { load: 200, perFirst: 1.5, most: 1500 } as const;
/** What a warm replication takes, as a share of the shortest so far, when 1, 2, … have been run in cold code. */
const WARM_SHARES = [0.1, 0.2, 0.4, 0.7];
/** Work in a message to a thread [ms]. */
const BATCH = 150;

/**
 * Runs jobs on this machine. They begin here, one after another and timed, because a fresh process is slow at first; what is left goes
 * to worker threads as soon as that should end sooner. Where a job ran never shows in its result.
 */
export function createLocalExecutor({
  jobs: threads,
  perform = createPerformer(),
}: LocalExecutorOptions): Executor {
  const inline = createInlineExecutor({ perform, pause: setImmediate });
  return {
    async run(jobs, onResult, signal) {
      const rest = oneByOne(jobs);
      let first = 0;
      let shortest = Infinity;
      let done = 0;
      for await (const job of rest) {
        const begun = performance.now();
        await inline.run([job], onResult, signal);
        const took = performance.now() - begun;
        if (done === 0) first = took;
        shortest = Math.min(shortest, took);
        const each = shortest * (WARM_SHARES[done] ?? 1);
        done += 1;
        const left = jobs.length - done;
        if (!threadsPay(left, each, threads, startOf(first))) continue;
        const batch = batchSize(left, each, threads);
        const others = { length: left, [Symbol.asyncIterator]: () => rest };
        return await createThreadExecutor({ threads, batch }).run(others, onResult, signal);
      }
    },
  };
}

/** One iterator over the jobs, which somebody else may go on with. */
async function* oneByOne(jobs: Jobs): AsyncGenerator<Job> {
  yield* jobs;
}

function startOf(first: number): number {
  return Math.min(START.load + START.perFirst * first, START.most);
}

/** Whether `count` jobs of `each` ms end sooner in `threads` threads, which need `start` ms first, than one after another. */
export function threadsPay(count: number, each: number, threads: number, start: number): boolean {
  const used = Math.min(threads, count);
  return used > 1 && start + (count * each) / used < count * each;
}

/** Enough jobs in a message to be worth sending, few enough that no thread waits long for the last one. */
export function batchSize(count: number, each: number, threads: number): number {
  const even = Math.ceil(count / (threads * 4));
  return Math.max(1, Math.min(even, Math.floor(BATCH / Math.max(each, 0.1))));
}
