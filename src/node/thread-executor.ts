import type { Piscina } from "piscina";
import {
  type Executor,
  Interrupted,
  type Job,
  type Jobs,
  type Outcome,
  ReplicationError,
} from "../experiment/index.ts";
import { type Batch, type Batches, BatchRun } from "./run-batches.ts";
import { createThreadPool, isPoolEnded, THREAD_WORKER } from "./thread-pool.ts";

export interface ThreadExecutorOptions {
  readonly threads: number;
  /** Jobs in a message to a thread; more cost less to send, fewer show progress sooner. */
  readonly batch?: number;
  /** The module that threads run: it exports `runBatch`. */
  readonly worker?: URL;
}

/** Batches that wait for each thread, so that none is idle between two of them. */
export const AHEAD = 2;

/**
 * Runs jobs in worker threads, which live as long as one call of `run`, and begins them in their order. It asks for none before a thread
 * can begin it: whoever shares the source with it would wait for that one.
 */
export function createThreadExecutor({
  threads,
  batch = 1,
  worker = THREAD_WORKER,
}: ThreadExecutorOptions): Executor {
  return {
    async run(jobs, onResult, signal) {
      const stopped = () => signal?.aborted ?? false;
      if (stopped()) throw new Interrupted();
      const batches = inBatches(jobs, () => batch);
      const used = Math.max(1, Math.min(threads, Math.ceil(jobs.length / batch)));
      if (jobs.length === 0) return;
      const pool = await createThreadPool(worker, "runBatch", used);
      const stop = () => void pool.destroy();
      signal?.addEventListener("abort", stop);
      if (stopped()) stop();
      const transport = {
        lanes: () => used * AHEAD,
        send: (sent: Batch) => runBatch(pool, sent),
        broken: new Promise<never>((_, failed) => pool.on("error", failed)),
      };
      transport.broken.catch(() => {});
      try {
        await Promise.race([pool.run([]), transport.broken]);
        const first = await batches.next();
        if (first.done !== true) await new BatchRun(batches, transport, onResult).run(first.value);
        if (stopped()) throw new Interrupted();
      } catch (error) {
        throw stopped() ? new Interrupted() : error;
      } finally {
        signal?.removeEventListener("abort", stop);
        await batches.return(undefined);
        await pool.destroy();
      }
    },
  };
}

/** A thread that dies takes its batch along and does not say where it was: its jobs are then run one by one. */
export async function runBatch(pool: Piscina, jobs: Batch): Promise<readonly Outcome[]> {
  try {
    return (await pool.run(jobs)) as readonly Outcome[];
  } catch (cause) {
    const [first] = jobs;
    if (first === undefined || isPoolEnded(cause)) throw cause;
    if (jobs.length === 1) throw new ReplicationError(first.seed, first.replication, cause, first.scenario);
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(...(await runBatch(pool, [job])));
    return outcomes;
  }
}

/** Jobs in their order, in batches of the size that is wanted when one begins. */
export async function* inBatches(jobs: Jobs, size: () => number): Batches {
  let batch: Job[] = [];
  let wanted = 1;
  for await (const job of jobs) {
    if (batch.length === 0) wanted = size();
    batch.push(job);
    if (batch.length < wanted) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
