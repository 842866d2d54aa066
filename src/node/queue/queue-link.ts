import type { Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import type { Job } from "../../experiment/index.ts";
import { batchId, writeBatch } from "./batch-text.ts";
import { type Notice, queueName, resultKey } from "./protocol.ts";
import type { QueueAddress } from "./queue-address.ts";
import { connectTwice, loadQueuePackages } from "./redis.ts";
import { type BatchResults, readResults } from "./results-bytes.ts";

/** A batch that no worker could finish. */
export class BatchLost extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "BatchLost";
  }
}

const WORKERS_GONE = "every worker that had it was gone before it was done";

/** A batch that is out. */
interface Sent {
  readonly jobs: readonly Job[];
  readonly results: Promise<BatchResults>;
  readonly done: (results: BatchResults) => void;
  readonly failed: (cause: unknown) => void;
}

/** How long failures that nobody asked for are kept [s]. */
const FAILURES_KEPT = 3600;
/** Batches that it looks for in one go, so that thousands do not keep Redis busy. */
const LOOKS_AT_ONCE = 500;
/** How often a replication that is alone in its batch is tried, should it take its thread down. */
const ATTEMPTS = 3;

/**
 * A submitter's line to a queue. What counts is what is still out *here*: each batch is out once and comes back once, whatever the queue
 * forgets or does twice. Events say when to look; every few seconds it looks anyway, and sends again what the queue no longer knows.
 */
export class QueueLink {
  readonly redis: Redis;
  readonly #address: QueueAddress;
  readonly #engine: string;
  readonly #queue: Queue;
  readonly #events: QueueEvents;
  readonly #connections: readonly Redis[];
  readonly #out = new Map<string, Sent>();
  #timer: NodeJS.Timeout | undefined;
  #looked = 0;
  #isClosed = false;

  private constructor(
    address: QueueAddress,
    engine: string,
    redis: Redis,
    queue: Queue,
    events: QueueEvents,
    connections: readonly Redis[],
  ) {
    this.redis = redis;
    this.#address = address;
    this.#engine = engine;
    this.#queue = queue;
    this.#events = events;
    this.#connections = connections;
  }

  /** Throws InputError where there is no queue. */
  static async open(
    address: QueueAddress,
    engine: string,
    look: number,
    notice?: Notice,
  ): Promise<QueueLink> {
    const { Queue, QueueEvents } = await loadQueuePackages();
    const [redis, listens] = await connectTwice(address, notice);
    const options = { prefix: address.prefix };
    const queue = new Queue(queueName(engine), { connection: redis, ...options });
    const events = new QueueEvents(queueName(engine), { connection: listens, ...options });
    // What fails is the connection, which says so itself and comes back.
    queue.on("error", () => {});
    events.on("error", () => {});
    const link = new QueueLink(address, engine, redis, queue, events, [redis, listens]);
    events.on("completed", ({ jobId }) => link.#attend(jobId));
    events.on("failed", ({ jobId }) => link.#attend(jobId));
    await events.waitUntilReady();
    link.#timer = setInterval(() => link.#lookForAll(), look);
    return link;
  }

  /** Has a batch run. Rejects with BatchLost where no worker could finish it. */
  async send(jobs: readonly Job[]): Promise<BatchResults> {
    const id = batchId(jobs);
    const same = this.#out.get(id);
    if (same !== undefined) return same.results;
    let [done, failed]: [Sent["done"], Sent["failed"]] = [() => {}, () => {}];
    const results = new Promise<BatchResults>((fulfil, reject) => {
      [done, failed] = [fulfil, reject];
    });
    results.catch(() => {});
    this.#out.set(id, { jobs, results, done, failed });
    // A failure that somebody left behind says nothing of this attempt.
    if ((await this.#queue.getJobState(id)) === "failed") await this.#queue.remove(id);
    await this.#add(id, jobs);
    return results;
  }

  /** The results of a batch are taken, and need not be kept. */
  forget(jobs: readonly Job[]): void {
    if (this.#isClosed) return;
    void this.redis.unlink(resultKey(this.#address, this.#engine, batchId(jobs))).catch(() => {});
  }

  /** Takes back what nobody has begun, for at most so long [ms], and leaves. */
  async close(patience: number): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#timer);
    const back = Promise.all([...this.#out.keys()].map((id) => this.#queue.remove(id).catch(() => 0)));
    const enough = new Promise((wake) => setTimeout(wake, patience).unref());
    await Promise.race([back.then(() => this.redis.ping()).catch(() => {}), enough]);
    await Promise.race([Promise.allSettled([this.#events.close(), this.#queue.close()]), enough]);
    for (const connection of this.#connections) connection.disconnect();
  }

  async #add(id: string, jobs: readonly Job[]): Promise<void> {
    await this.#queue.add(
      "batch",
      { batch: writeBatch(jobs) },
      {
        jobId: id,
        attempts: jobs.length === 1 ? ATTEMPTS : 1,
        removeOnComplete: true,
        removeOnFail: { age: FAILURES_KEPT },
      },
    );
  }

  #lookForAll(): void {
    if (this.redis.status !== "ready") return;
    const ids = [...this.#out.keys()];
    const first = this.#looked < ids.length ? this.#looked : 0;
    this.#looked = first + LOOKS_AT_ONCE;
    for (const id of ids.slice(first, this.#looked)) this.#attend(id);
  }

  #attend(id: string): void {
    if (!this.#out.has(id) || this.#isClosed) return;
    // What fails is the connection, or results that cannot be read, which the next look finds again.
    void this.#look(id).catch(() => {});
  }

  async #look(id: string): Promise<void> {
    // In this order: a batch leaves the queue after its results are there.
    const state = await this.#queue.getJobState(id);
    const bytes = await this.redis.getBuffer(resultKey(this.#address, this.#engine, id));
    const sent = this.#out.get(id);
    if (sent === undefined || this.#isClosed) return;
    if (bytes !== null) {
      this.#out.delete(id);
      try {
        sent.done(readResults(bytes, sent.jobs));
      } catch (error) {
        await this.redis.unlink(resultKey(this.#address, this.#engine, id));
        sent.failed(new BatchLost(`its results cannot be read: ${(error as Error).message}`));
      }
    } else if (state === "failed") {
      const reason = (await this.#queue.getJob(id))?.failedReason ?? "no worker could finish it";
      if (!this.#out.delete(id)) return;
      await this.#queue.remove(id).catch(() => 0);
      sent.failed(new BatchLost(/stalled/.test(reason) ? WORKERS_GONE : reason));
    } else if (state === "unknown" || state === "completed") {
      await this.#add(id, sent.jobs);
    }
  }
}
