import type { Job, Outcome } from "../../experiment/index.ts";
import type { ReplicationResult } from "../../model/index.ts";
import { pack, unpackBytes } from "./packing.ts";
import { MOST_CONTENT, PROTOCOL } from "./protocol.ts";

/** What became of a batch: outcomes up to the first failure, and how long they took together [ms]. */
export interface BatchResults {
  readonly took: number;
  readonly outcomes: readonly Outcome[];
}

const MOST_MESSAGE = 10_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not reach a terminal.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** Results as they travel. A table's buffers are those of its columns, and go once. */
export function writeResults({ took, outcomes }: BatchResults): Uint8Array<ArrayBuffer> {
  return pack({ protocol: PROTOCOL, took, outcomes: outcomes.map(withoutBuffers) });
}

/** What `writeResults` was given for these jobs. Throws RangeError on anything else. */
export function readResults(bytes: Uint8Array, jobs: readonly Job[]): BatchResults {
  const content = unpackBytes(bytes, MOST_CONTENT.results) as Record<string, unknown>;
  const { protocol, took, outcomes } = content ?? {};
  if (protocol !== PROTOCOL || typeof took !== "number" || !Array.isArray(outcomes))
    throw new RangeError("results of another protocol");
  const read = outcomes.map((outcome: unknown, i) => outcomeOf(outcome, jobs[i]));
  const isWhole = read.length === jobs.length || read.at(-1)?.type === "failure";
  if (!isWhole || read.length > jobs.length) throw new RangeError("results of other jobs");
  return { took, outcomes: read };
}

function withoutBuffers(outcome: Outcome): unknown {
  if (outcome.type === "failure" || outcome.result.tables === undefined) return outcome;
  const tables = outcome.result.tables.map(({ buffers: _, ...table }) => table);
  return { ...outcome, result: { ...outcome.result, tables } };
}

function outcomeOf(value: unknown, job: Job | undefined): Outcome {
  const outcome = value as Record<string, unknown> | null;
  if (outcome?.type === "failure") {
    const [name, message, stack] = [outcome.name, outcome.message, outcome.stack].map((text) =>
      String(text).slice(0, MOST_MESSAGE).replace(CONTROL, " "),
    );
    return { type: "failure", name: name!, message: message!, stack: stack! };
  }
  const result = outcome?.result as ReplicationResult | undefined;
  if (outcome?.type !== "result" || result?.replication !== job?.replication)
    throw new RangeError("results of other jobs");
  if (!(result?.values instanceof Float64Array)) throw new RangeError("results without values");
  if (result.tables === undefined) return { type: "result", result };
  const tables = result.tables.map((table) => ({
    ...table,
    buffers: table.columns.map(({ buffer }) => buffer),
  }));
  return { type: "result", result: { ...result, tables } };
}
