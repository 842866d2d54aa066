import { threadId } from "node:worker_threads";

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** A worker that needs no clinic. Replication 66 fails, 99 takes its thread down; those above 500 take a moment, above 1000 a minute. */
export function runBatch(jobs) {
  const outcomes = [];
  for (const { seed, replication } of jobs) {
    if (replication === 99) process.exit(9);
    if (replication === 66) {
      outcomes.push({ type: "failure", name: "InvariantError", message: "66 is not liked", stack: "" });
      break;
    }
    if (replication > 500) sleep(replication > 1000 ? 60_000 : 50);
    const values = Float64Array.of(seed * 1000 + replication, threadId);
    outcomes.push({ type: "result", result: { replication, values } });
  }
  return outcomes;
}
