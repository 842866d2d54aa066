import { expect, test } from "vitest";
import type { Executor } from "../../../src/experiment/executor.ts";
import { createInlineExecutor, type Job } from "../../../src/experiment/index.ts";
import { type BlockStore, SimulatedWorlds } from "../../../src/experiment/staffing/simulated-worlds.ts";
import type { PointResult } from "../../../src/experiment/sweep/point-result.ts";
import { staffingOf } from "./tiny-staffing.ts";

test("a long observation that is stopped goes on by tens, to the same values", async () => {
  const { problem, variants } = await staffingOf(
    { vary: { "staff.nurse.count": "1..2" } },
    { "run.length": "1 week" },
  );
  const inline = createInlineExecutor();
  let run = 0;
  const until = (most: number): Executor => ({
    run: (jobs, onResult, signal) =>
      inline.run(
        jobs,
        async (job: Job, result) => {
          if (++run > most) throw new Error("stopped");
          await onResult(job, result);
        },
        signal,
      ),
  });
  const kept = new Map<string, PointResult>();
  const store: BlockStore = {
    find: async (id: string) => kept.get(id),
    remember: async (result: PointResult) => {
      kept.set(result.id, result);
    },
  };
  const worlds = (most: number, own = store) =>
    new SimulatedWorlds({
      engine: "test",
      seed: 1,
      measures: problem.measures,
      executor: until(most),
      store: own,
    });
  const none: BlockStore = { find: async () => undefined, remember: async () => {} };
  const whole = await worlds(Infinity, none).observe(variants[0]!, 5, 34);
  expect(whole).toHaveLength(34);
  run = 0;
  await expect(worlds(27).observe(variants[0]!, 5, 34)).rejects.toThrow();
  expect(kept.size).toBe(2);
  run = 0;
  expect(await worlds(Infinity).observe(variants[0]!, 5, 34)).toEqual(whole);
  expect(run).toBe(14);
});
