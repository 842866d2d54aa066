import { describe, expect, it } from "vitest";
import { createInlineExecutor, type Job, type Plan } from "../../src/experiment/index.ts";
import type { ReplicationResult } from "../../src/model/index.ts";
import { ResultMemory } from "../../src/web/desk/result-memory.ts";

const plan = (scenario: string, last = 3): Plan => ({
  engine: "engine",
  scenario,
  offsets: { atStart: 0, changes: [] },
  seed: 1,
  replications: Array.from({ length: last }, (_, i) => i + 1),
  keep: "responses",
});
const jobs = ({ replications, ...rest }: Plan): readonly Job[] =>
  replications.map((replication) => ({ ...rest, replication }));

function counting() {
  const ran: string[] = [];
  const memory = new ResultMemory();
  const executor = memory.remembering(
    createInlineExecutor({
      perform: ({ scenario, replication, keep }) => {
        ran.push(`${scenario}${replication}`);
        return { replication, ...(keep === "full" ? { tables: [] } : {}) } as unknown as ReplicationResult;
      },
    }),
  );
  const run = async (list: readonly Job[]) => {
    const seen: number[] = [];
    await executor.run(list, (_, { replication }) => void seen.push(replication));
    return seen.sort();
  };
  return { ran, memory, run };
}

describe("remembered results", () => {
  it("are given without being computed again, with those that are missing", async () => {
    const { ran, run } = counting();
    expect(await run(jobs(plan("a", 2)))).toEqual([1, 2]);
    expect(await run(jobs(plan("a", 4)))).toEqual([1, 2, 3, 4]);
    expect(ran).toEqual(["a1", "a2", "a3", "a4"]);
  });

  it("are those of the same scenario and seed, and come without tables", async () => {
    const { ran, memory, run } = counting();
    await run(jobs(plan("a", 1)));
    await run(jobs({ ...plan("a", 1), seed: 2 }));
    await run(jobs(plan("b", 1)));
    expect(ran).toEqual(["a1", "a1", "b1"]);
    await run(jobs({ ...plan("a", 1), keep: "full" }));
    expect(ran).toHaveLength(4);
    expect(memory.known(plan("a", 3))).toEqual([{ replication: 1 }]);
  });

  it("are forgotten of scenarios that were not asked for lately", async () => {
    const { ran, run } = counting();
    for (const scenario of ["a", "b", "c", "d", "e", "f"]) await run(jobs(plan(scenario, 1)));
    await run(jobs(plan("a", 1)));
    await run(jobs(plan("g", 1)));
    expect(ran).toHaveLength(7);
    await run(jobs(plan("a", 1)));
    expect(ran).toHaveLength(7);
    await run(jobs(plan("b", 1)));
    expect(ran).toHaveLength(8);
  });
});
