import type { Piscina } from "piscina";
import { type Executor, Interrupted } from "../experiment/index.ts";
import { type Batch, BatchRun } from "./run-batches.ts";
import { AHEAD, inBatches, runBatch, type ThreadExecutorOptions } from "./thread-executor.ts";
import { createThreadPool, THREAD_WORKER } from "./thread-pool.ts";

/** An executor that has something to give back when it is no longer needed. */
export interface LastingExecutor extends Executor {
  close(): Promise<void>;
}

/** As `createThreadExecutor`, with threads that live until it is closed, for many short runs one after another. */
export function createLastingExecutor({
  threads,
  batch = 1,
  worker = THREAD_WORKER,
}: ThreadExecutorOptions): LastingExecutor {
  let kept: Promise<Piscina> | undefined;
  const close = async () => {
    const pool = await kept?.catch(() => undefined);
    kept = undefined;
    await pool?.destroy();
  };
  return {
    close,
    async run(jobs, onResult, signal) {
      const stopped = () => signal?.aborted ?? false;
      if (stopped()) throw new Interrupted();
      const batches = inBatches(jobs, () => batch);
      const first = await batches.next();
      if (first.done === true) return;
      kept ??= createThreadPool(worker, "runBatch", threads);
      const pool = await kept;
      const stop = () => void pool.destroy();
      signal?.addEventListener("abort", stop);
      if (stopped()) stop();
      let fail: (error: unknown) => void = () => {};
      const broken = new Promise<never>((_, failed) => {
        fail = failed;
      });
      pool.on("error", fail);
      const transport = { lanes: () => threads * AHEAD, send: (sent: Batch) => runBatch(pool, sent), broken };
      try {
        await new BatchRun(batches, transport, onResult).run(first.value);
        if (stopped()) throw new Interrupted();
      } catch (error) {
        await close();
        throw stopped() ? new Interrupted() : error;
      } finally {
        pool.off("error", fail);
        signal?.removeEventListener("abort", stop);
        await batches.return(undefined);
      }
    },
  };
}
