import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Interrupted, type Job, ReplicationError } from "../../../src/experiment/index.ts";
import type { ReplicationResult } from "../../../src/model/index.ts";
import { readBatch } from "../../../src/node/queue/batch-text.ts";
import type { Crew, QueueWorkerOptions } from "../../../src/node/queue/queue-worker.ts";
import { type PackedBatch, runPackedWith } from "../../../src/node/queue/run-packed.ts";
import { withRedis } from "../../config/redis.ts";
import { TestQueue } from "../../config/test-queue.ts";

/** Replications that a crew has run, of all crews. */
let run: number[] = [];
const answer = runPackedWith((jobs) =>
  jobs.map(({ seed, replication }) => {
    run.push(replication);
    const values = Float64Array.of(seed * 1000 + replication);
    return { type: "result", result: { replication, values } as unknown as ReplicationResult };
  }),
);
/** One that takes its time, and hears what it has to do before. */
const crew = (before: (batch: PackedBatch) => Promise<void> | void = () => {}): Crew => ({
  run: async (batch) => {
    await before(batch);
    return answer(batch);
  },
  dismiss: async () => {},
});

const job = (replication: number): Job => ({
  engine: "engine",
  scenario: "{}",
  offsets: { atStart: 0, changes: [] },
  seed: 5,
  replication,
  keep: "values",
});
const jobs = (count: number) => Array.from({ length: count }, (_, i) => job(i + 1));

describe.skipIf(!withRedis)("a queue on Redis (needs redis-server)", () => {
  const queue = new TestQueue();
  let redis: Redis;
  beforeAll(async () => {
    await queue.start();
    redis = new Redis(queue.redis.port, { maxRetriesPerRequest: null });
    redis.on("error", () => {});
  });
  beforeEach(() => {
    run = [];
  });
  afterAll(async () => {
    redis.disconnect();
    await queue.end();
  });

  /** While `act` runs, there are these workers. */
  async function withWorkers<T>(
    workers: readonly Partial<QueueWorkerOptions>[],
    act: () => Promise<T>,
  ): Promise<T> {
    const started = await Promise.all(
      workers.map((options) => queue.addWorker({ threads: 1, crew: crew(), goneAfter: 400, ...options })),
    );
    try {
      return await act();
    } finally {
      for (const worker of started) await worker.leave();
    }
  }

  async function results(count: number, options = {}): Promise<readonly number[]> {
    const seen: number[] = [];
    await queue.executor(options).run(jobs(count), (_, { values }) => void seen.push(values[0]!));
    return seen.sort((a, b) => a - b);
  }
  const right = (count: number) => jobs(count).map(({ replication }) => 5000 + replication);

  test("waits for its first worker, and says so, with what to do", async () => {
    const notices: string[] = [];
    const all = results(3, { silence: 1, notice: (text: string) => notices.push(text) });
    await expect.poll(() => notices, { timeout: 10_000 }).toHaveLength(1);
    expect(notices[0]).toMatch(
      /^no worker that can do this has been seen at redis:\/\/127.0.0.1:\d+\/0 for \d+ s; start one: {2}clinicsim worker --queue …$/,
    );
    await withWorkers([{}], async () => expect(await all).toEqual(right(3)));
  });

  test("leaves nothing of a finished run behind but its own books", async () => {
    await redis.flushall();
    await withWorkers([{ threads: 2 }, {}], async () => expect(await results(40)).toEqual(right(40)));
    const keys = (await redis.keys("*")).map((key) => key.replace(/^clinicsim:1-engine:/, "…"));
    expect(keys.filter((key) => !["…meta", "…events", "…id", "…stalled-check"].includes(key))).toEqual([]);
  });

  test("refuses workers of another engine, or another protocol, and both sides say why", async () => {
    const said: string[] = [];
    const others = [
      { engine: "another", version: "0.9.0", notice: (text: string) => void said.push(text) },
      { engine: "another", version: "0.9.0" },
    ];
    await withWorkers(others, async () => {
      const stop = new AbortController();
      const notices: string[] = [];
      const executor = queue.executor({ notice: (text) => void notices.push(text) });
      const end = executor.run(jobs(2), () => {}, stop.signal);
      await expect.poll(() => [notices.length, said.length], { timeout: 10_000 }).toEqual([1, 1]);
      stop.abort();
      await expect(end).rejects.toBeInstanceOf(Interrupted);
      expect(notices[0]).toMatch(
        /^no worker that can do this is at redis:.*; 2 workers are there with another engine \(clinicsim 0.9.0, engine another; here it is engine\)$/,
      );
      expect(said[0]).toBe(
        "1 submitter is there with another engine (clinicsim 1.0.0, engine engine; here it is another): this worker does not work for it",
      );
    });
    expect(run).toEqual([]);
  });

  test("told to stop, takes back what nobody has begun", async () => {
    await redis.flushall();
    const stop = new AbortController();
    const end = queue.executor({ batch: 1 }).run(jobs(50), () => {}, stop.signal);
    await expect.poll(() => redis.llen("clinicsim:1-engine:wait")).toBeGreaterThan(3);
    stop.abort();
    await expect(end).rejects.toBeInstanceOf(Interrupted);
    expect(await redis.llen("clinicsim:1-engine:wait")).toBe(0);
  });

  test("gives a replication up that no worker survives, and names it", async () => {
    const deadly = crew(({ data, engine }) => {
      const batch = readBatch((data as { batch: string }).batch, engine);
      if (batch.some(({ replication }) => replication === 4)) throw new Error("the thread is gone");
    });
    const seen: number[] = [];
    await withWorkers([{ crew: deadly }], async () => {
      const end = queue
        .executor({ batch: 6 })
        .run(jobs(6), (_, { replication }) => void seen.push(replication));
      const error = await end.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ReplicationError);
      expect(error).toMatchObject({ seed: 5, replication: 4, message: "the thread is gone" });
    });
    // Halves come one after the other: what is behind the fault is not begun.
    expect(run).toEqual([1, 2, 3]);
    expect(seen).toEqual([]);
  });

  test("computes again, and counts once, what Redis has forgotten altogether", async () => {
    let isFirst = true;
    const forgetful = crew(async () => {
      if (!isFirst) return;
      isFirst = false;
      await redis.flushall();
    });
    await withWorkers([{ crew: forgetful }], async () => {
      expect(await results(12, { batch: 2, look: 100 })).toEqual(right(12));
    });
  });

  test("goes on when Redis has been killed and is there again, and says both", async () => {
    const notices: string[] = [];
    let count = 0;
    const slow = crew(() => pause(40));
    await withWorkers([{ crew: slow }, { crew: slow }], async () => {
      const seen: number[] = [];
      const executor = queue.executor({ batch: 1, look: 200, notice: (text) => void notices.push(text) });
      await executor.run(jobs(30), async (_, { values }) => {
        seen.push(values[0]!);
        count += 1;
        if (count !== 5) return;
        await queue.redis.kill();
        await queue.redis.start();
      });
      expect(seen.toSorted((a, b) => a - b)).toEqual(right(30));
    });
    expect(notices[0]).toMatch(/^Redis at redis:\S+ is gone: waiting until it is back$/);
    expect(notices.at(-1)).toMatch(/^Redis at redis:\S+ is back$/);
  });

  test("refuses what is no batch, and goes on", async () => {
    const { Queue } = await import("bullmq");
    const strange = new Queue("1-engine", { connection: { port: queue.redis.port }, prefix: "clinicsim" });
    const added = await Promise.all(
      [{}, { batch: 4 }, { batch: "AAAA" }, [], "text"].map((data) => strange.add("batch", data)),
    );
    await withWorkers([{}], async () => {
      expect(await results(3)).toEqual(right(3));
      await expect
        .poll(async () => Promise.all(added.map((each) => each.isFailed())))
        .toEqual(added.map(() => true));
    });
    await strange.obliterate({ force: true });
    await strange.close();
    expect(run.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  });
});
