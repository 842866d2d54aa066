import { createThreadPool, THREAD_WORKER } from "../thread-pool.ts";
import { Attendance, areSuited, strangersText } from "./attendance.ts";
import { type Notice, PROTOCOL, queueName, RESULT_KEPT, resultKey } from "./protocol.ts";
import type { QueueAddress } from "./queue-address.ts";
import { connectTwice, loadQueuePackages, queueFault } from "./redis.ts";
import type { PackedAnswer, PackedBatch } from "./run-packed.ts";

export interface QueueWorkerOptions {
  readonly address: QueueAddress;
  /** The engine that this worker has, and its version of clinicsim. */
  readonly engine: string;
  readonly version: string;
  readonly threads: number;
  /** A worker that is silent for so long counts as gone, and what it had is given to another [ms]. */
  readonly goneAfter?: number;
  /** How often the worker of a batch may go without that batch being given up. */
  readonly mostGone?: number;
  readonly notice?: Notice;
  /** A batch is done, with so many replications. */
  readonly done?: (replications: number) => void;
  /** What does the work; left out, threads of this process. */
  readonly crew?: Crew;
}

/** Those who do the work of a worker. */
export interface Crew {
  run(batch: PackedBatch): Promise<PackedAnswer>;
  dismiss(): Promise<void>;
  /** Rejects when they cannot work any more. */
  readonly broken?: Promise<never>;
}

/** Somebody who takes batches from a queue. */
export interface QueueWorker {
  /** Since when there has been nothing to do [ms since the epoch]; undefined while there is. */
  idleSince(): number | undefined;
  /** Rejects when it cannot work any more. */
  readonly broken: Promise<never>;
  /** Finishes the batches that are under way, takes no more, and leaves. */
  leave(): Promise<void>;
}

const GONE_AFTER = 15_000;
const MOST_GONE = 5;
const RETRY = 500;

/**
 * Takes batches for this engine from a queue and has threads run them: this thread only passes bytes on, so that however long a
 * replication takes, the queue hears in time that it is still being worked on. Throws InputError where there is no queue to work for.
 */
export async function startQueueWorker({
  address,
  engine,
  version,
  threads,
  goneAfter = GONE_AFTER,
  mostGone = MOST_GONE,
  notice,
  done,
  crew,
}: QueueWorkerOptions): Promise<QueueWorker> {
  const { Worker, UnrecoverableError } = await loadQueuePackages();
  const own = { engine, protocol: PROTOCOL, version, threads };
  const [redis, waits] = await connectTwice(address, notice);
  const hands = crew ?? (await threadCrew(threads));
  let said: string | undefined;
  const attendance = await Attendance.join(redis, address, "workers", own, async (present) => {
    const strangers = (await present.others("submitters")).filter((other) => !areSuited(own, other));
    const text = strangersText("submitter", own, strangers);
    if (text !== undefined && text !== said) notice?.(`${text}: this worker does not work for it`);
    said = text;
  }).catch((error: unknown) => {
    redis.disconnect();
    waits.disconnect();
    throw queueFault(address, error);
  });

  let [underWay, since] = [0, Date.now()];
  const run = async (id: string, data: unknown): Promise<void> => {
    const key = resultKey(address, engine, id);
    // Somebody may have done it, and been killed before the queue knew.
    if ((await redis.exists(key)) === 1) return;
    const answer = await hands.run({ data, engine });
    if ("refused" in answer) throw new UnrecoverableError(answer.refused);
    const bytes = Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength);
    await redis.set(key, bytes, "PX", RESULT_KEPT);
    done?.(answer.replications);
  };
  const queue = new Worker<unknown, null>(
    queueName(engine),
    async ({ id = "", data }) => {
      underWay += 1;
      try {
        await run(id, data);
        return null;
      } finally {
        underWay -= 1;
        since = Date.now();
      }
    },
    {
      connection: waits,
      prefix: address.prefix,
      concurrency: threads,
      lockDuration: goneAfter,
      stalledInterval: goneAfter / 2,
      maxStalledCount: mostGone,
      runRetryDelay: RETRY,
      drainDelay: 1,
    },
  );
  // What fails is the connection, which says so itself and comes back.
  queue.on("error", () => {});
  const leave = async () => {
    await queue.close();
    await attendance.leave();
    await hands.dismiss();
    redis.disconnect();
    waits.disconnect();
  };
  let left: Promise<void> | undefined;
  return {
    broken: hands.broken ?? new Promise(() => {}),
    idleSince: () => (underWay === 0 ? since : undefined),
    leave: () => {
      left ??= leave();
      return left;
    },
  };
}

async function threadCrew(threads: number): Promise<Crew> {
  const pool = await createThreadPool(THREAD_WORKER, "runPacked", threads);
  const broken = new Promise<never>((_, failed) => pool.on("error", failed));
  broken.catch(() => {});
  return {
    broken,
    run: (batch) => pool.run(batch) as Promise<PackedAnswer>,
    dismiss: () => pool.destroy(),
  };
}
