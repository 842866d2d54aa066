/** A worker that needs no clinic: replication 66 fails, replication 99 takes its whole thread down, those above 1000 take long. */
export function runBatch(jobs) {
  const outcomes = [];
  for (const { seed, replication } of jobs) {
    if (replication === 99) process.exit(9);
    if (replication === 66) {
      outcomes.push({ type: "failure", name: "InvariantError", message: "66 is not liked", stack: "" });
      break;
    }
    if (replication > 1000) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
    outcomes.push({
      type: "result",
      result: { replication, values: Float64Array.of(seed * 1000 + replication) },
    });
  }
  return outcomes;
}
