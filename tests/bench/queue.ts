import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { createPerformer, type Job } from "../../src/experiment/index.ts";
import { EMPTY_JOB, MOST_OVERHEAD } from "../../src/node/queue/batch-size.ts";
import { readBatch, writeBatch } from "../../src/node/queue/batch-text.ts";
import { parseQueueAddress } from "../../src/node/queue/queue-address.ts";
import { createQueueExecutor } from "../../src/node/queue/queue-executor.ts";
import { type Crew, startQueueWorker } from "../../src/node/queue/queue-worker.ts";
import { readResults, writeResults } from "../../src/node/queue/results-bytes.ts";
import { parseScenario } from "../../src/scenario/index.ts";
import { TestRedis } from "../config/redis.ts";
import { median } from "./median.ts";

/** Prints what a job that does nothing costs, against a replication of a shipped scenario; `tests/bench/queue.mjs` builds and starts this. */
const [script, scenarios, role, ...rest] = process.argv.slice(1);
const ENGINE = "bench";
const EMPTY_JOBS = 600;
const ROUNDS = 3;
const REPLICATIONS = 9;
const UNPACKS = 5;

function jobsOf(scenarioFile: string, keep: Job["keep"], count: number, from = 1): readonly Job[] {
  const { scenario } = parseScenario(readFileSync(join(scenarios!, scenarioFile), "utf8"));
  if (scenario === undefined) throw new Error(`${scenarioFile} has faults`);
  const shared = {
    engine: ENGINE,
    scenario: scenario.canonicalText,
    offsets: { atStart: 0, changes: [] },
    seed: 1,
    keep,
  };
  return Array.from({ length: count }, (_, i) => ({ ...shared, replication: from + i }));
}

/** Answers at once what a replication answered before. */
function emptyCrew(): Crew {
  const [first] = jobsOf("rheum.json", "values", 1);
  const known = createPerformer()(first!);
  return {
    run: async ({ data, engine }) => {
      const jobs = readBatch((data as { batch: unknown }).batch, engine);
      const outcomes = jobs.map(({ replication }) => ({
        type: "result" as const,
        result: { ...known, replication },
      }));
      return { replications: jobs.length, bytes: writeResults({ took: 0, outcomes }) };
    },
    dismiss: async () => {},
  };
}

async function work([url, threads, kind]: readonly string[]): Promise<void> {
  const worker = await startQueueWorker({
    address: parseQueueAddress(url!),
    engine: ENGINE,
    version: "bench",
    threads: Number(threads),
    ...(kind === "empty" ? { crew: emptyCrew() } : {}),
  });
  process.send!("ready");
  process.once("message", async () => {
    await worker.leave();
    process.disconnect();
  });
}

async function withWorker<T>(url: string, threads: number, kind: string, act: () => Promise<T>): Promise<T> {
  const child: ChildProcess = fork(script!, [scenarios!, "worker", url, String(threads), kind]);
  await once(child, "message");
  try {
    return await act();
  } finally {
    child.send("leave");
    await once(child, "exit");
  }
}

/** [ms] a job, with so many in a batch. */
async function timeOf(url: string, jobs: readonly Job[], batch: number): Promise<number> {
  const executor = createQueueExecutor({
    address: parseQueueAddress(url),
    engine: ENGINE,
    version: "bench",
    batch,
  });
  const began = performance.now();
  await executor.run(jobs, () => {});
  return (performance.now() - began) / jobs.length;
}

async function measure(): Promise<void> {
  const redis = await TestRedis.start("--appendfsync", "everysec");
  const client = new Redis(redis.port);
  try {
    const pings: number[] = [];
    for (let i = 0; i < 200; i++) {
      const began = performance.now();
      await client.ping();
      pings.push(performance.now() - began);
    }
    const roundTrip = median(pings);
    const number = async (section: string, key: string) =>
      Number(new RegExp(`^${key}:(.*)$`, "m").exec(await client.info(section))![1]);
    let [from, empty, processor, bytes] = [1, [] as number[], 0, 0];
    await withWorker(redis.url, 1, "empty", async () => {
      await timeOf(redis.url, jobsOf("rheum.json", "values", 200, 1_000_000), 1);
      const before = [await number("cpu", "used_cpu_user"), await number("cpu", "used_cpu_sys")];
      const netBefore =
        (await number("stats", "total_net_input_bytes")) + (await number("stats", "total_net_output_bytes"));
      for (let round = 0; round < ROUNDS; round++) {
        empty.push(await timeOf(redis.url, jobsOf("rheum.json", "values", EMPTY_JOBS, from), 1));
        from += EMPTY_JOBS;
      }
      const after = [await number("cpu", "used_cpu_user"), await number("cpu", "used_cpu_sys")];
      processor = (1000 * (after[0]! + after[1]! - before[0]! - before[1]!)) / (ROUNDS * EMPTY_JOBS);
      bytes =
        ((await number("stats", "total_net_input_bytes")) +
          (await number("stats", "total_net_output_bytes")) -
          netBefore) /
        (ROUNDS * EMPTY_JOBS);
    });
    const perform = createPerformer();
    const times: number[] = [];
    for (const job of jobsOf("rheum.json", "values", REPLICATIONS)) {
      const began = performance.now();
      perform(job);
      times.push(performance.now() - began);
    }
    const replication = median(times.slice(3));
    const job = median(empty);
    const allowed = EMPTY_JOB.base + EMPTY_JOB.trips * roundTrip;
    console.log(`To Redis and back                          ${roundTrip.toFixed(2)} ms`);
    console.log(
      `A job that does nothing, one thread        ${job.toFixed(2)} ms, of which Redis computes ${processor.toFixed(2)} ms`,
    );
    console.log(`  taken for it when batches are cut        ${allowed.toFixed(2)} ms`);
    console.log(
      `A replication of scenarios/rheum.json      ${replication.toFixed(1)} ms, ${(replication / job).toFixed(0)} × that`,
    );
    console.log(
      `Under ${100 * MOST_OVERHEAD} % of the work with batches of      ${Math.ceil(job / (MOST_OVERHEAD * replication))} or more`,
    );
    console.log(`Through Redis for such a job, both ways    ${(bytes / 1024).toFixed(1)} KiB`);
    for (const file of ["rheum.json", "hospital.json"]) {
      for (const keep of ["values", "responses"] as const) {
        const jobs = jobsOf(file, keep, 10);
        const outcomes = jobs.map((each) => ({ type: "result" as const, result: perform(each) }));
        const bytes = writeResults({ took: 1, outcomes });
        const began = performance.now();
        for (let i = 0; i < UNPACKS; i++) readResults(bytes, jobs);
        const unpack = (performance.now() - began) / (UNPACKS * jobs.length);
        const [there, back] = [writeBatch(jobs).length / 1024, bytes.length / 1024];
        console.log(
          `${`Ten replications of ${file}, ${keep}`.padEnd(45)}${there.toFixed(1)} KiB there, ${back.toFixed(1)} KiB back, ${unpack.toFixed(3)} ms to unpack each`,
        );
      }
    }
  } finally {
    client.disconnect();
    await redis.end();
  }
}

if (role === "worker") await work(rest);
else await measure();
