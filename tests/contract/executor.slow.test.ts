import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createInlineExecutor,
  type Executor,
  Interrupted,
  type Job,
  type Outcome,
  outcomeOf,
  type Performer,
  ReplicationError,
} from "../../src/experiment/index.ts";
import type { ReplicationResult } from "../../src/model/index.ts";
import { createLastingExecutor, type LastingExecutor } from "../../src/node/lasting-executor.ts";
import { createLocalExecutor } from "../../src/node/local-executor.ts";
import type { Crew } from "../../src/node/queue/queue-worker.ts";
import { runPackedWith } from "../../src/node/queue/run-packed.ts";
import { createThreadExecutor } from "../../src/node/thread-executor.ts";
import { createPoolExecutor, type Engine } from "../../src/web/desk/pool-executor.ts";
import { withRedis } from "../config/redis.ts";
import { TestQueue } from "../config/test-queue.ts";
import { runBatch } from "./fake-worker.mjs";

/** Does what `fake-worker.mjs` does in threads. */
const perform: Performer = ({ seed, replication }) => {
  if (replication === 66) throw new ReplicationError(seed, replication, new Error("66 is not liked"));
  return { replication, values: Float64Array.of(seed * 1000 + replication) } as unknown as ReplicationResult;
};

/** As a web worker does, it answers later. */
const engine: Engine = async (job) => {
  await new Promise((wake) => setTimeout(wake, 1));
  return outcomeOf(perform, job);
};

const worker = new URL("./fake-worker.mjs", import.meta.url);
const runPacked = runPackedWith(runBatch as (jobs: readonly Job[]) => readonly Outcome[]);
const crew: Crew = { run: async (batch) => runPacked(batch), dismiss: async () => {} };
const lasting: LastingExecutor[] = [];
afterAll(async () => {
  for (const executor of lasting) await executor.close();
});

const executors: readonly (readonly [name: string, create: () => Executor])[] = [
  ["inline", () => createInlineExecutor({ perform })],
  ["one thread", () => createThreadExecutor({ threads: 1, worker })],
  ["three threads, batches of four", () => createThreadExecutor({ threads: 3, batch: 4, worker })],
  [
    "threads that last",
    () => {
      const executor = createLastingExecutor({ threads: 2, worker });
      lasting.push(executor);
      return executor;
    },
  ],
  ["local", () => createLocalExecutor({ jobs: 2, perform })],
  ["local, with threads at once", () => createLocalExecutor({ jobs: 3, perform, worker, pay: () => true })],
  ["three engines of a page", () => createPoolExecutor([1, 2, 3].map(() => engine))],
];

function jobs(replications: readonly number[]): readonly Job[] {
  return replications.map((replication) => ({
    engine: "engine",
    scenario: "{}",
    offsets: { atStart: 0, changes: [] },
    seed: 5,
    replication,
    keep: "responses",
  }));
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** What every executor promises. */
function suite(create: () => Executor): void {
  test("calls back once for every job, with the result of that job", async () => {
    const seen = new Map<number, number>();
    await create().run(jobs(upTo(25)), (job, result) => {
      expect(seen.has(job.replication)).toBe(false);
      expect(result.replication).toBe(job.replication);
      seen.set(job.replication, result.values[0]!);
    });
    expect([...seen].sort((a, b) => a[0] - b[0])).toEqual(upTo(25).map((n) => [n, 5000 + n]));
  });

  test("hands every job back as it was given, whether from a list or from a source", async () => {
    const given = jobs(upTo(20));
    async function* source() {
      for (const job of given) {
        await new Promise((wake) => setTimeout(wake, 1));
        yield job;
      }
    }
    for (const from of [given, { length: 20, [Symbol.asyncIterator]: source }]) {
      const seen = new Set<Job>();
      await create().run(from, (job) => void seen.add(job));
      expect(seen).toEqual(new Set(given));
      expect(given.every((job) => seen.has(job))).toBe(true);
    }
  });

  test("takes no more from a source than it can soon run", async () => {
    let [taken, done, most] = [0, 0, 0];
    function* source() {
      for (const job of jobs(upTo(300).map((n) => 100 + n))) {
        taken += 1;
        most = Math.max(most, taken - done);
        yield job;
      }
    }
    await create().run({ length: 300, [Symbol.iterator]: source }, () => {
      done += 1;
    });
    expect(done).toBe(300);
    expect(most).toBeLessThan(60);
  });

  test("passes on what goes wrong in a source, and has nothing to do when it is empty", async () => {
    function* broken() {
      yield* jobs([1, 2]);
      throw new Error("the source ran dry");
    }
    const failing = create().run({ length: 3, [Symbol.iterator]: broken }, () => {});
    await expect(failing).rejects.toThrow("the source ran dry");
    await create().run({ length: 9, [Symbol.iterator]: () => [][Symbol.iterator]() }, () => expect.fail());
  });

  test("has nothing to do without jobs", async () => {
    await create().run([], () => expect.fail("there was no job"));
  });

  test("waits until a result has been taken before it gives the next", async () => {
    let taking = 0;
    let most = 0;
    await create().run(jobs(upTo(8)), async () => {
      taking += 1;
      most = Math.max(most, taking);
      await new Promise((wake) => setTimeout(wake, 2));
      taking -= 1;
    });
    expect(most).toBe(1);
  });

  test("names the seed and the replication of a job that fails, and calls nobody afterwards", async () => {
    let settled = false;
    const error = await thrownBy(
      create().run(jobs([1, 2, 66, 4, 5]), async (job) => {
        expect(settled).toBe(false);
        expect(job.replication).not.toBe(66);
      }),
    );
    settled = true;
    expect(error).toBeInstanceOf(ReplicationError);
    expect(error).toMatchObject({ seed: 5, replication: 66, message: "66 is not liked" });
    await new Promise((wake) => setTimeout(wake, 20));
  });

  test("passes on what goes wrong in taking a result", async () => {
    const full = create().run(jobs([1, 2, 3]), () => {
      throw new Error("the disk is full");
    });
    await expect(full).rejects.toThrow("the disk is full");
  });

  test("stops when it is told to, before or between jobs", async () => {
    const before = new AbortController();
    before.abort();
    expect(await thrownBy(create().run(jobs([1, 2]), () => {}, before.signal))).toBeInstanceOf(Interrupted);

    const between = new AbortController();
    const error = await thrownBy(create().run(jobs(upTo(200)), () => between.abort(), between.signal));
    expect(error).toBeInstanceOf(Interrupted);
  });

  test("can be used again", async () => {
    const executor = create();
    const seen: number[] = [];
    for (const replication of [3, 8]) {
      await executor.run(jobs([replication]), (job) => void seen.push(job.replication));
    }
    expect(seen).toEqual([3, 8]);
  });
}

describe.each(executors)("every executor: %s", (_name, create) => suite(create));

describe.skipIf(!withRedis)("every executor: a queue (needs redis-server), two workers", () => {
  const queue = new TestQueue();
  beforeAll(async () => {
    await queue.start();
    for (const threads of [1, 2]) await queue.addWorker({ threads, crew });
  });
  afterAll(() => queue.end());
  suite(() => queue.executor({ batch: 3 }));
});

describe("worker threads", () => {
  test("share the work: no thread does it alone", async () => {
    const done = new Map<number, number>();
    const executor = createThreadExecutor({ threads: 2, worker });
    await executor.run(jobs(upTo(10).map((n) => 500 + n)), (_, { values }) => {
      done.set(values[1]!, (done.get(values[1]!) ?? 0) + 1);
    });
    expect(done.size).toBe(2);
    for (const share of done.values()) expect(share).toBeGreaterThan(1);
  });

  test("share the work with the one that called them, which does not stop", async () => {
    const alone: number[] = [];
    const helped: number[] = [];
    const slow: Performer = (job) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      return perform(job);
    };
    const executor = createLocalExecutor({ jobs: 2, perform: slow, worker, pay: () => true });
    await executor.run(jobs(upTo(400).map((n) => 500 + n)), ({ replication }, { values }) => {
      (values.length === 2 ? helped : alone).push(replication);
    });
    expect(alone.length + helped.length).toBe(400);
    const begun = Math.min(...helped);
    expect(alone.filter((replication) => replication > begun).length).toBeGreaterThan(10);
    expect(helped.length).toBeGreaterThan(10);
  });

  test("that are told to stop, or fail, while they are being started leave no job out in silence", async () => {
    const slow: Performer = (job) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      return perform(job);
    };
    const many = jobs(upTo(5000).map((n) => 100 + n));
    const missing = new URL("./there-is-no-such-worker.mjs", import.meta.url);
    const unable = createLocalExecutor({ jobs: 2, perform: slow, worker: missing, pay: () => true });
    expect(await thrownBy(unable.run(many, () => {}))).toBeInstanceOf(Error);
    const stop = new AbortController();
    const starting = createLocalExecutor({ jobs: 2, perform: slow, worker, pay: () => true });
    let done = 0;
    const stopped = starting.run(
      many,
      () => {
        done += 1;
        if (done === 2) stop.abort();
      },
      stop.signal,
    );
    expect(await thrownBy(stopped)).toBeInstanceOf(Interrupted);
  });

  test("begin jobs in their order, so that none of the first is left for the end", async () => {
    const seen: number[] = [];
    const executor = createThreadExecutor({ threads: 2, batch: 2, worker });
    await executor.run(jobs(upTo(60).map((n) => 500 + n)), (job) => void seen.push(job.replication - 501));
    expect(seen).toHaveLength(60);
    // In the mean, because a thread that is late to start keeps its first batch waiting.
    const displaced = seen.reduce((sum, begun, place) => sum + Math.abs(place - begun), 0) / 60;
    expect(displaced).toBeLessThan(6);
  });

  test("that die are found out: the replication that did it is named, those around it are not lost", async () => {
    const seen: number[] = [];
    const executor = createThreadExecutor({ threads: 1, batch: 4, worker });
    const error = await thrownBy(
      executor.run(jobs([1, 2, 3, 4, 98, 99]), (job) => void seen.push(job.replication)),
    );
    expect(error).toBeInstanceOf(ReplicationError);
    expect(error).toMatchObject({ seed: 5, replication: 99 });
    expect(seen.slice(0, 4)).toEqual([1, 2, 3, 4]);
  });

  test("that are in the middle of something (here a sleep as long as a test may take) are stopped", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    const executor = createThreadExecutor({ threads: 2, worker });
    expect(await thrownBy(executor.run(jobs([1001, 1002]), () => {}, stop.signal))).toBeInstanceOf(
      Interrupted,
    );
  });

  test("that cannot be started say so", async () => {
    const executor = createThreadExecutor({
      threads: 1,
      worker: new URL("./no-such-worker.mjs", import.meta.url),
    });
    await expect(executor.run(jobs([1]), () => {})).rejects.toThrow();
  });
});
