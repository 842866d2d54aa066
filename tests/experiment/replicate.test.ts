import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createInlineExecutor,
  type EnoughRule,
  type Executor,
  Interrupted,
  type Job,
  type Plan,
  ReplicationError,
  replicate,
} from "../../src/experiment/index.ts";
import type { ReplicationResult } from "../../src/model/index.ts";
import { allJobs } from "./all-jobs.ts";

const plan = (count: number): Plan => ({
  engine: "engine",
  scenario: "{}",
  offsets: { atStart: 0, changes: [] },
  seed: 1,
  replications: Array.from({ length: count }, (_, i) => i + 1),
  keep: "full",
});

/** Hands results over in the order in which `keys` sort. */
function shuffling(keys: readonly number[]): Executor {
  return {
    async run(jobs, onResult) {
      const order = (await allJobs(jobs))
        .map((job) => ({ job, key: keys[job.replication - 1]! }))
        .sort((a, b) => a.key - b.key);
      for (const { job } of order) await onResult(job, resultOf(job));
    },
  };
}

function resultOf({ replication }: Job): ReplicationResult {
  return { replication, tables: [] } as unknown as ReplicationResult;
}

describe("replications", () => {
  test("come out in their order, whatever the order in which they come in", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 30 }),
        async (keys) => {
          const inOrder: number[] = [];
          const arrived: number[] = [];
          const results = await replicate(plan(keys.length), shuffling(keys), {
            arrived: ({ replication }) => void arrived.push(replication),
            inOrder: ({ replication }) => void inOrder.push(replication),
          });
          const expected = keys.map((_, i) => i + 1);
          expect(results.map(({ replication }) => replication)).toEqual(expected);
          expect(inOrder).toEqual(expected);
          expect(arrived.toSorted((a, b) => a - b)).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("are handed on with their tables, and kept without", async () => {
    let tables = 0;
    const [result] = await replicate(plan(1), shuffling([0]), {
      inOrder: (full) => {
        if (full.tables !== undefined) tables += 1;
      },
    });
    expect(tables).toBe(1);
    expect(result).not.toHaveProperty("tables");
  });

  test("that do not all come back are a bug, not a result", async () => {
    const lazy: Executor = {
      run: async (jobs, onResult) => {
        const [first] = await allJobs(jobs);
        await onResult(first!, resultOf(first!));
      },
    };
    await expect(replicate(plan(2), lazy)).rejects.toThrow("2 replications were asked for, 1 came back");
  });
});

describe("replications that go on until they are enough", () => {
  /** Wants so many when it has seen some more, though another number is expected. */
  const wants = (count: number, { seen = count, expected = 12 } = {}): EnoughRule => ({
    wanted: (results) => (results.length === seen ? count : undefined),
    least: () => Math.min(2, count),
    expected: () => expected,
  });

  /** As `shuffling`, but replication `failing` cannot be done, and nothing comes after it. */
  function breaking(keys: readonly number[], failing: number): Executor {
    return {
      async run(jobs, onResult) {
        await shuffling(keys).run(jobs, async (job, result) => {
          if (job.replication === failing) throw new ReplicationError(job.seed, failing, new Error("broken"));
          await onResult(job, result);
        });
      },
    };
  }

  const keysOf = fc.array(fc.double({ noNaN: true }), { minLength: 12, maxLength: 12 });

  const upTo12 = fc.integer({ min: 1, max: 12 });

  test("end with the same one in whatever order they come in, and what came after it is as if it had never been", async () => {
    await fc.assert(
      fc.asyncProperty(keysOf, upTo12, upTo12, upTo12, async (keys, count, more, expected) => {
        const inOrder: number[] = [];
        const seen = Math.min(12, count + more - 1);
        const results = await replicate(plan(12), shuffling(keys), {
          inOrder: ({ replication, tables }) => {
            expect(tables).toBeDefined();
            inOrder.push(replication);
          },
          rule: wants(count, { seen, expected }),
        });
        const first = Array.from({ length: count }, (_, i) => i + 1);
        expect(results.map(({ replication }) => replication)).toEqual(first);
        expect(inOrder).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  test("are not broken by one that fails after the last that is wanted, and are by any before", async () => {
    await fc.assert(
      fc.asyncProperty(keysOf, upTo12, upTo12, async (keys, failing, expected) => {
        const run = replicate(plan(12), breaking(keys, failing), { rule: wants(6, { expected }) });
        if (failing > 6) expect(await run).toHaveLength(6);
        else await expect(run).rejects.toMatchObject({ name: "ReplicationError", replication: failing });
      }),
      { numRuns: 100 },
    );
  });

  test("stop the executor, so that it does no more than it has begun", async () => {
    let done = 0;
    const executor = createInlineExecutor({
      perform: (job) => {
        done += 1;
        return resultOf(job);
      },
    });
    expect(await replicate(plan(12), executor, { rule: wants(4) })).toHaveLength(4);
    expect(done).toBe(4);
  });

  test("are run in rounds of as many as are expected to be wanted", async () => {
    const rounds: number[] = [];
    const counting: Executor = {
      run: async (jobs, onResult) => {
        rounds.push(jobs.length);
        for await (const job of jobs) await onResult(job, resultOf(job));
      },
    };
    await replicate(plan(12), counting, { rule: wants(8, { expected: 5 }) });
    expect(rounds).toEqual([5, 1, 1, 1]);
  });

  test("do not hide what goes wrong in taking the last of them", async () => {
    const run = replicate(plan(12), createInlineExecutor({ perform: resultOf }), {
      rule: wants(4),
      inOrder: ({ replication }) => {
        if (replication === 4) throw new Error("the disk is full");
      },
    });
    await expect(run).rejects.toThrow("the disk is full");
  });

  test("are all there are where they never are enough, and can be interrupted", async () => {
    expect(await replicate(plan(3), shuffling([2, 0, 1]), { rule: wants(9) })).toHaveLength(3);
    const user = new AbortController();
    const executor = createInlineExecutor({ perform: resultOf });
    const run = replicate(plan(3), executor, {
      signal: user.signal,
      rule: {
        ...wants(9),
        wanted: () => {
          user.abort();
          return undefined;
        },
      },
    });
    await expect(run).rejects.toBeInstanceOf(Interrupted);
  });
});
