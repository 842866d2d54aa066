import { parseQueueAddress, type QueueAddress } from "../../src/node/queue/queue-address.ts";
import {
  createQueueExecutor,
  type QueueExecutor,
  type QueueExecutorOptions,
} from "../../src/node/queue/queue-executor.ts";
import {
  type QueueWorker,
  type QueueWorkerOptions,
  startQueueWorker,
} from "../../src/node/queue/queue-worker.ts";
import { TestRedis } from "./redis.ts";

/** A Redis server of a test's own, with the workers of that queue in this process. */
export class TestQueue {
  readonly engine: string;
  #redis: TestRedis | undefined;
  readonly #workers: QueueWorker[] = [];

  constructor(engine = "engine") {
    this.engine = engine;
  }

  get redis(): TestRedis {
    if (this.#redis === undefined) throw new Error("start the queue first");
    return this.#redis;
  }

  get address(): QueueAddress {
    return parseQueueAddress(this.redis.url);
  }

  async start(...options: readonly string[]): Promise<void> {
    this.#redis = await TestRedis.start(...options);
  }

  async addWorker(options: Partial<QueueWorkerOptions> & { readonly threads: number }): Promise<QueueWorker> {
    const { address, engine } = this;
    const worker = await startQueueWorker({ address, engine, version: "1.0.0", ...options });
    this.#workers.push(worker);
    return worker;
  }

  executor(options: Partial<QueueExecutorOptions> = {}): QueueExecutor {
    const { address, engine } = this;
    return createQueueExecutor({ address, engine, version: "1.0.0", look: 500, ...options });
  }

  async end(): Promise<void> {
    for (const worker of this.#workers) await worker.leave();
    await this.#redis?.end();
  }
}
