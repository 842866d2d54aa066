import { setImmediate } from "node:timers/promises";
import {
  createInlineExecutor,
  createPerformer,
  type Executor,
  type Job,
  type OnResult,
  type Performer,
  type StopSignal,
} from "../experiment/index.ts";
import type { Batches } from "./run-batches.ts";
import { createThreadExecutor, inBatches } from "./thread-executor.ts";
import { THREAD_WORKER } from "./thread-pool.ts";

export interface LocalExecutorOptions {
  /** Threads at most. */
  readonly jobs: number;
  readonly perform?: Performer;
  /** The module that threads run: it exports `runBatch`. */
  readonly worker?: URL;
  /** Whether further threads are worth their start. */
  readonly pay?: typeof threadsPay;
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
 * Runs jobs on this machine. They begin here, one after another and timed, because a fresh process is slow at first. Further threads are
 * started as soon as what is left should end sooner with them; jobs go on here too, so that no core waits, and none is warmed up for
 * nothing. Where a job ran never shows in its result, except that one which takes all the memory ends a thread, or the process.
 */
export function createLocalExecutor({
  jobs: threads,
  perform = createPerformer(),
  worker = THREAD_WORKER,
  pay = threadsPay,
}: LocalExecutorOptions): Executor {
  const inline = createInlineExecutor({ perform, pause: setImmediate });
  return {
    async run(jobs, onResult, signal) {
      let size = 1;
      const batches = inBatches(jobs, () => size);
      const deliver = oneAtATime(onResult);
      const helpers = new Helpers(worker, deliver, signal);
      let first = 0;
      let shortest = Infinity;
      try {
        for (let done = 0; !helpers.haveFailed; done += size) {
          const next = await batches.next();
          if (next.done === true) {
            // Threads that are still being started have nothing left to do.
            if (!helpers.haveBegun) helpers.dismiss();
            break;
          }
          const begun = performance.now();
          await inline.run(next.value, deliver, signal);
          if (helpers.areCalled) continue;
          const took = performance.now() - begun;
          if (done === 0) first = took;
          shortest = Math.min(shortest, took);
          const each = shortest * (WARM_SHARES[done] ?? 1);
          const left = jobs.length - done - 1;
          if (!pay(left, each, threads, startOf(first))) continue;
          size = batchSize(left, each, threads);
          helpers.call(batches, left, threads - 1, size);
        }
      } catch (error) {
        helpers.dismiss();
        throw error;
      } finally {
        try {
          await helpers.finish();
        } finally {
          await batches.return(undefined);
        }
      }
    },
  };
}

/** Threads that do what is left of some jobs, beside whoever called them. */
class Helpers {
  readonly #worker: URL;
  readonly #deliver: OnResult;
  readonly #stop = new AbortController();
  readonly #signal: StopSignal | undefined;
  readonly #forward = () => this.#stop.abort();
  #work: Promise<void> | undefined;
  #dismissed = false;
  haveFailed = false;
  /** Whether they have asked for a job. */
  haveBegun = false;

  constructor(worker: URL, deliver: OnResult, signal: StopSignal | undefined) {
    this.#worker = worker;
    this.#deliver = deliver;
    this.#signal = signal;
    signal?.addEventListener("abort", this.#forward);
  }

  get areCalled(): boolean {
    return this.#work !== undefined;
  }

  call(batches: Batches, length: number, threads: number, batch: number): void {
    const executor = createThreadExecutor({ threads, batch, worker: this.#worker });
    const jobs = { length, [Symbol.asyncIterator]: () => this.#oneByOne(batches) };
    this.#work = executor.run(jobs, this.#deliver, this.#stop.signal);
    // What it was is told by `finish`.
    this.#work.catch(() => {
      this.haveFailed = true;
    });
  }

  /** What is left of some batches, which others ask for too. */
  async *#oneByOne(batches: Batches): AsyncGenerator<Job> {
    this.haveBegun = true;
    for (let next = await batches.next(); next.done !== true; next = await batches.next()) yield* next.value;
  }

  /** Their work is not wanted any more, nor what becomes of it. */
  dismiss(): void {
    this.#dismissed = true;
    this.#stop.abort();
  }

  /** Settles when they are done. Rejects as their work does. */
  async finish(): Promise<void> {
    try {
      await this.#work;
    } catch (error) {
      if (!this.#dismissed) throw error;
    } finally {
      this.#signal?.removeEventListener("abort", this.#forward);
    }
  }
}

/** `onResult` for several callers, one call after another; none after one that has failed. */
function oneAtATime(onResult: OnResult): OnResult {
  let turn = Promise.resolve();
  return (job, result) => {
    turn = turn.then(() => onResult(job, result));
    return turn;
  };
}

function startOf(first: number): number {
  return Math.min(START.load + START.perFirst * first, START.most);
}

/**
 * Whether `count` jobs of `each` ms end so much sooner where other threads, which need `start` ms first, do them beside this one, that
 * their start is worth it: sooner even if this one did nothing until they are there.
 */
export function threadsPay(count: number, each: number, threads: number, start: number): boolean {
  const used = Math.min(threads, count);
  return used > 1 && start + (count * each) / used < count * each;
}

/** Enough jobs in a message to be worth sending, few enough that no thread waits long for the last one. */
export function batchSize(count: number, each: number, threads: number): number {
  const even = Math.ceil(count / (threads * 4));
  return Math.max(1, Math.min(even, Math.floor(BATCH / Math.max(each, 0.1))));
}
