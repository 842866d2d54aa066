import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Executor, type Job, type Plan, replicate } from "../../src/experiment/index.ts";
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
        .map((job, i) => ({ job, key: keys[i]! }))
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
