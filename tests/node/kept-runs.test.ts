import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createInlineExecutor, type Executor, Interrupted, type Job } from "../../src/experiment/index.ts";
import type { ReplicationResult } from "../../src/model/index.ts";
import { createKeepingExecutor } from "../../src/node/kept-runs.ts";

const root = mkdtempSync(join(tmpdir(), "clinicsim-kept-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const jobs: readonly Job[] = [1, 2, 3, 4].map((replication) => ({
  engine: "test",
  scenario: "{}",
  offsets: { atStart: 0, changes: [] },
  seed: 1,
  replication,
  keep: "days",
}));
const resultOf = ({ replication }: Job) =>
  ({ replication, values: Float64Array.of(replication, Number.NaN, -0) }) as unknown as ReplicationResult;

/** Runs so many jobs, and is stopped then. */
function until(most: number, ran: number[]): Executor {
  const inline = createInlineExecutor({ perform: (job) => resultOf(job) });
  return {
    run: (list, onResult, signal) =>
      inline.run(
        list,
        async (job, result) => {
          if (ran.length >= most) throw new Interrupted();
          ran.push(job.replication);
          await onResult(job, result);
        },
        signal,
      ),
  };
}

async function collected(executor: Executor) {
  const found = new Map<number, ReplicationResult>();
  await executor.run(jobs, (job, result) => void found.set(job.replication, result));
  return [...found].sort(([a], [b]) => a - b).map(([, result]) => result);
}

test("work that was stopped goes on where it was, to the same results, and leaves nothing behind", async () => {
  const [first, then]: [number[], number[]] = [[], []];
  await expect(collected(createKeepingExecutor(until(2, first), root, "a"))).rejects.toThrow(Interrupted);
  const again = createKeepingExecutor(until(4, then), root, "a");
  expect(await collected(again)).toEqual(jobs.map(resultOf));
  expect([first, then]).toEqual([
    [1, 2],
    [3, 4],
  ]);
  await again.forget();
  expect(existsSync(join(root, ".runs"))).toBe(false);
});

test("what is damaged, or another's, is run again", async () => {
  await collected(createKeepingExecutor(until(4, []), root, "b"));
  const folder = join(root, ".runs", "b");
  for (const file of readdirSync(folder).slice(0, 2)) writeFileSync(join(folder, file), "spoilt");
  const ran: number[] = [];
  expect(await collected(createKeepingExecutor(until(4, ran), root, "b"))).toEqual(jobs.map(resultOf));
  expect(ran).toHaveLength(2);
  const others: number[] = [];
  await collected(createKeepingExecutor(until(4, others), root, "c"));
  expect(others).toHaveLength(4);
});
