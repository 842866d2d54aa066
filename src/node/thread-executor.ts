import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Piscina } from "piscina";
import {
  type Executor,
  Interrupted,
  type Job,
  type Jobs,
  type OnResult,
  type Outcome,
  ReplicationError,
  unpack,
} from "../experiment/index.ts";

export interface ThreadExecutorOptions {
  readonly threads: number;
  /** Jobs in a message to a thread; more cost less to send, fewer show progress sooner. */
  readonly batch?: number;
  /** The module that threads run: it exports `runBatch`. */
  readonly worker?: URL;
}

const BUILT = !import.meta.url.endsWith(".ts");
const WORKER = new URL(BUILT ? "./worker.js" : "./worker.ts", import.meta.url);

/** Batches that wait for each thread, so that none is idle between two of them. */
const AHEAD = 2;

/** Runs jobs in worker threads, which live as long as one call of `run`, and begins them in their order. */
export function createThreadExecutor({
  threads,
  batch = 1,
  worker = WORKER,
}: ThreadExecutorOptions): Executor {
  return {
    async run(jobs, onResult, signal) {
      const stopped = () => signal?.aborted ?? false;
      const batches = inBatches(jobs, batch);
      const first = await batches.next();
      if (stopped()) throw new Interrupted();
      if (first.done === true) return;
      const used = Math.max(1, Math.min(threads, Math.ceil(jobs.length / batch)));
      const pool = await createPool(worker, used);
      const stop = () => void pool.destroy();
      signal?.addEventListener("abort", stop);
      if (stopped()) stop();
      try {
        await runAll(pool, first, batches, used * AHEAD, onResult);
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

type Batches = AsyncGenerator<readonly Job[], void, undefined>;

/** So many lanes, each of which sends a batch, hands its results over and takes the next. */
async function runAll(
  pool: Piscina,
  first: IteratorResult<readonly Job[], void>,
  batches: Batches,
  lanes: number,
  onResult: OnResult,
): Promise<void> {
  let turn = Promise.resolve();
  let over = false;
  const deliver = async (jobs: readonly Job[], outcomes: readonly Outcome[]) => {
    for (const [i, outcome] of outcomes.entries()) {
      if (!over) await onResult(jobs[i]!, unpack(outcome, jobs[i]!));
    }
  };
  const lane = async (start?: IteratorResult<readonly Job[], void>) => {
    for (let next = start ?? (await batches.next()); next.done !== true; next = await batches.next()) {
      const jobs = next.value;
      const outcomes = await runBatch(pool, jobs);
      turn = turn.then(() => deliver(jobs, outcomes));
      await turn;
      if (over) return;
    }
  };
  const broken = new Promise<never>((_, failed) => pool.on("error", failed));
  const all = Array.from({ length: lanes }, (_, i) => (i === 0 ? lane(first) : lane()));
  try {
    await Promise.race([Promise.all(all), broken]);
  } finally {
    over = true;
    await turn.catch(() => {});
  }
}

/** A thread that dies takes its batch along and does not say where it was: its jobs are then run one by one. */
async function runBatch(pool: Piscina, jobs: readonly Job[]): Promise<readonly Outcome[]> {
  try {
    return (await pool.run(jobs)) as readonly Outcome[];
  } catch (cause) {
    const [first] = jobs;
    if (first === undefined || isGone(cause)) throw cause;
    if (jobs.length === 1) throw new ReplicationError(first.seed, first.replication, cause, first.scenario);
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(...(await runBatch(pool, [job])));
    return outcomes;
  }
}

/** Whether the pool itself was ended. */
function isGone(error: unknown): boolean {
  return error instanceof Error && error.message === "Terminating worker thread";
}

async function createPool(worker: URL, threads: number): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  return new Piscina({
    filename: fileURLToPath(worker),
    name: "runBatch",
    minThreads: threads,
    maxThreads: threads,
    stricterFIFO: true,
    recordTiming: false,
    ...(worker.pathname.endsWith(".ts") ? { execArgv: withTypeScript(process.execArgv) } : {}),
  });
}

/** Sources run without a build need their loader in every thread. */
function withTypeScript(execArgv: readonly string[]): string[] {
  if (execArgv.some((argument) => argument.includes("tsx"))) return [...execArgv];
  return ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href];
}

async function* inBatches(jobs: Jobs, size: number): Batches {
  let batch: Job[] = [];
  for await (const job of jobs) {
    batch.push(job);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
