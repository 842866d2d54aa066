import { createHash } from "node:crypto";
import { invariant } from "../../errors.ts";
import { type Job, jobId } from "../../experiment/index.ts";
import type { Keep } from "../../model/index.ts";
import { pack, unpackBytes } from "./packing.ts";
import { MOST_CONTENT, PROTOCOL } from "./protocol.ts";

/** Jobs that share everything but the replication. */
interface Series extends Omit<Job, "engine" | "replication"> {
  readonly replications: readonly number[];
}

const MOST_JOBS = 10_000;
const MOST_CHANGES = 10_000;
const KEEPS: readonly Keep[] = ["values", "replies", "responses", "days", "full"];

/** Names a batch by what is in it: equal ids have equal results. */
export function batchId(jobs: readonly Job[]): string {
  const ids = JSON.stringify([`clinicsim/batch/${PROTOCOL}`, ...jobs.map(jobId)]);
  return createHash("sha256").update(ids).digest("hex");
}

/** Jobs of one engine as they travel: what neighbours share is written once. */
export function writeBatch(jobs: readonly Job[]): string {
  invariant(
    jobs.every(({ arrivals }) => arrivals === undefined),
    "recorded arrivals do not travel: replays run where the extract is",
  );
  const series: (Omit<Series, "replications"> & { replications: number[] })[] = [];
  let last: Job | undefined;
  for (const job of jobs) {
    const { scenario, offsets, seed, keep, replication } = job;
    const isSame = last?.scenario === scenario && last.offsets === offsets && last.seed === seed;
    if (isSame && last?.keep === keep) series.at(-1)!.replications.push(replication);
    else series.push({ scenario, offsets, seed, keep, replications: [replication] });
    last = job;
  }
  const batch = { protocol: PROTOCOL, engine: jobs[0]?.engine, series };
  return Buffer.from(pack(batch)).toString("base64");
}

/** What `writeBatch` was given. Throws RangeError on anything else, and on what another engine is to run. */
export function readBatch(text: unknown, engine: string): readonly Job[] {
  if (typeof text !== "string") throw new RangeError("a batch must be a text");
  const batch = unpackBytes(Buffer.from(text, "base64"), MOST_CONTENT.batch) as Record<string, unknown>;
  if (batch?.protocol !== PROTOCOL) throw new RangeError("a batch of another protocol");
  if (batch.engine !== engine) throw new RangeError("a batch for another engine");
  if (!Array.isArray(batch.series)) throw new RangeError("a batch without series");
  const jobs = batch.series.flatMap((series: unknown) => jobsOfSeries(series, engine));
  if (jobs.length === 0 || jobs.length > MOST_JOBS)
    throw new RangeError(`a batch must have 1 to ${MOST_JOBS} jobs`);
  return jobs;
}

function jobsOfSeries(value: unknown, engine: string): readonly Job[] {
  const { scenario, seed, keep, replications, offsets } = value as Partial<Record<keyof Series, unknown>>;
  if (typeof scenario !== "string") throw new RangeError("a scenario must be a text");
  if (!isCount(seed)) throw new RangeError("a seed must be a whole number");
  if (!KEEPS.includes(keep as Keep)) throw new RangeError("an unknown detail to keep");
  if (!Array.isArray(replications) || replications.length > MOST_JOBS || !replications.every(isCount))
    throw new RangeError("replications must be whole numbers");
  const shared = { engine, scenario, offsets: offsetsOf(offsets), seed, keep: keep as Keep };
  return replications.map((replication: number) => ({ ...shared, replication }));
}

function offsetsOf(value: unknown): Job["offsets"] {
  const { atStart, changes } = (value ?? {}) as { atStart?: unknown; changes?: unknown };
  if (!isMinutes(atStart) || !Array.isArray(changes) || changes.length > MOST_CHANGES)
    throw new RangeError("offsets must be minutes");
  return {
    atStart,
    changes: changes.map((change: unknown) => {
      const { at, jump } = (change ?? {}) as { at?: unknown; jump?: unknown };
      if (!isMinutes(at) || !isMinutes(jump)) throw new RangeError("clock changes must be minutes");
      return { at, jump };
    }),
  };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isMinutes = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
