import { describe, expect, test } from "vitest";
import type { Job, Outcome } from "../../../src/experiment/index.ts";
import { compile, runReplication } from "../../../src/model/index.ts";
import { batchId, readBatch, writeBatch } from "../../../src/node/queue/batch-text.ts";
import { pack } from "../../../src/node/queue/packing.ts";
import { readResults, writeResults } from "../../../src/node/queue/results-bytes.ts";
import { runPackedWith } from "../../../src/node/queue/run-packed.ts";
import { tiny } from "../../experiment/tiny-results.ts";

const offsets = { atStart: -300, changes: [{ at: 1440, jump: 60 }] };
const job = (replication: number, more: Partial<Job> = {}): Job => ({
  engine: "e",
  scenario: "{}",
  offsets,
  seed: 7,
  replication,
  keep: "values",
  ...more,
});
const jobs = [job(1), job(2), job(9, { seed: 8 }), job(1, { scenario: "[]" }), job(2, { keep: "full" })];

describe("a batch", () => {
  test("comes back as it was, in order", () => {
    expect(readBatch(writeBatch(jobs), "e")).toEqual(jobs);
  });

  test("says once what its jobs share", () => {
    const scenario = Array.from({ length: 3000 }, (_, i) => `${i * 7919}`).join();
    const size = (count: number) =>
      writeBatch(Array.from({ length: count }, (_, i) => job(i, { scenario }))).length;
    expect(size(300)).toBeLessThan(1.2 * size(1));
  });

  test("is named by its content alone", () => {
    expect(batchId(jobs)).toMatch(/^[0-9a-f]{64}$/);
    expect(batchId(jobs.map((each) => ({ ...each })))).toBe(batchId(jobs));
    expect(new Set([jobs, jobs.slice(1), jobs.toReversed(), [job(3)]].map(batchId)).size).toBe(4);
  });

  const series = { scenario: "{}", offsets, seed: 7, keep: "values", replications: [1] };
  const batch = { protocol: 1, engine: "e", series: [series] };
  const written = (value: unknown) => Buffer.from(pack(value)).toString("base64");
  test.each([
    ["nothing", undefined],
    ["a number", 4],
    ["no bytes of ours", "aGVsbG8="],
    ["null", written(null)],
    ["another protocol", written({ ...batch, protocol: 2 })],
    ["another engine", written({ ...batch, engine: "f" })],
    ["no series", written({ ...batch, series: {} })],
    ["an empty list", written({ ...batch, series: [] })],
    ["null for a series", written({ ...batch, series: [null] })],
    ["a scenario that is no text", written({ ...batch, series: [{ ...series, scenario: {} }] })],
    ["a seed below 0", written({ ...batch, series: [{ ...series, seed: -1 }] })],
    ["a broken replication", written({ ...batch, series: [{ ...series, replications: [1.5] }] })],
    ["far too many", written({ ...batch, series: [{ ...series, replications: Array(20_000).fill(1) }] })],
    ["something to keep that there is not", written({ ...batch, series: [{ ...series, keep: "all" }] })],
    ["offsets without end", written({ ...batch, series: [{ ...series, offsets: { atStart: Infinity } }] })],
    ["more content than any batch has", written({ ...batch, more: "x".repeat(70_000_000) })],
  ])("that is %s is refused before anything is run", (_, text) => {
    const run = runPackedWith(() => {
      throw new Error("it was run");
    });
    expect(run({ data: { batch: text }, engine: "e" })).toEqual({ refused: expect.any(String) });
    expect(run({ data: text, engine: "e" })).toEqual({ refused: expect.any(String) });
  });
});

describe("results", () => {
  const model = compile(tiny.clinic, []);
  const run = (replication: number, keep: Job["keep"]): Outcome => ({
    type: "result",
    result: runReplication(model, { seed: 7, replication, keep }),
  });

  test.each(["values", "responses", "full"] as const)("of %s come back to the last bit", (keep) => {
    const outcomes = [run(1, keep), run(2, keep)];
    const bytes = writeResults({ took: 12.5, outcomes });
    expect(readResults(bytes, [job(1), job(2)])).toStrictEqual({ took: 12.5, outcomes });
  });

  test("end with the failure, whose text cannot write to a terminal what it likes", () => {
    const failure = {
      type: "failure",
      name: "SimulationError",
      message: "no\u001b[2J way",
      stack: "",
    } as const;
    const bytes = writeResults({ took: 1, outcomes: [run(1, "values"), failure] });
    expect(readResults(bytes, [job(1), job(2), job(3)]).outcomes[1]).toEqual({
      ...failure,
      message: "no [2J way",
    });
  });

  test("of other replications, or too few or many of them, are refused", () => {
    const bytes = writeResults({ took: 1, outcomes: [run(1, "values")] });
    for (const others of [[job(2)], [], [job(1), job(2)]])
      expect(() => readResults(bytes, others)).toThrow(RangeError);
  });
});
