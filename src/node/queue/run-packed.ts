import type { Job, Outcome } from "../../experiment/index.ts";
import { readBatch } from "./batch-text.ts";
import { writeResults } from "./results-bytes.ts";

/** A batch as it came from the queue, and the engine that is here. */
export interface PackedBatch {
  readonly data: unknown;
  readonly engine: string;
}

/** So many replications, and their results as they travel; or why nothing was run. */
export type PackedAnswer =
  | { readonly replications: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly refused: string };

/** Runs a batch from a queue, which may hold anything: what is no batch for this engine is refused, and nothing of it is run. */
export function runPackedWith(runBatch: (jobs: readonly Job[]) => readonly Outcome[]) {
  return ({ data, engine }: PackedBatch): PackedAnswer => {
    let jobs: readonly Job[];
    try {
      jobs = readBatch((data as { readonly batch?: unknown } | null)?.batch, engine);
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error) };
    }
    const began = performance.now();
    const outcomes = runBatch(jobs);
    const took = performance.now() - began;
    return { replications: outcomes.length, bytes: writeResults({ took, outcomes }) };
  };
}
