import type { Keep } from "../model/index.ts";
import { contentHash, type Job, type Offsets, offsetsKey } from "./job.ts";

/** Replications of one scenario: what a result folder holds. */
export interface Plan {
  readonly engine: string;
  /** Canonical text of the scenario, defaults filled in. */
  readonly scenario: string;
  readonly offsets: Offsets;
  readonly seed: number;
  /** Their numbers, ascending, from 1. */
  readonly replications: readonly number[];
  readonly keep: Keep;
}

/** SHA-256 of a plan's content, hexadecimal: equal ids have results of the same bytes. */
export function planId({ engine, scenario, offsets, seed, replications, keep }: Plan): string {
  return contentHash("clinicsim/plan/1", engine, scenario, offsetsKey(offsets), seed, replications, keep);
}

/** The plan's jobs, in order of replication. */
export function jobsOf({ replications, ...shared }: Plan): readonly Job[] {
  return replications.map((replication) => ({ ...shared, replication }));
}
