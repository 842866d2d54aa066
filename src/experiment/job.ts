import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ClockChange, Keep } from "../model/index.ts";

/** The local clock of a time zone over a run, resolved once at the edge, because zone data differs between releases. */
export interface Offsets {
  /** [min] Local time minus UTC before any of the changes. */
  readonly atStart: number;
  readonly changes: readonly ClockChange[];
}

/** One replication to run. Plain data, complete: whoever has it and the engine can run it, anywhere, any number of times. */
export interface Job {
  /** Hash of the engine that may run it. */
  readonly engine: string;
  /** Canonical text of the scenario, defaults filled in. */
  readonly scenario: string;
  readonly offsets: Offsets;
  readonly seed: number;
  /** From 1. */
  readonly replication: number;
  readonly keep: Keep;
}

/** SHA-256 of a job's content, hexadecimal: equal ids have equal results. */
export function jobId(job: Job): string {
  const { engine, scenario, offsets, seed, replication, keep } = job;
  return contentHash("clinicsim/job/1", engine, scenario, offsetsKey(offsets), seed, replication, keep);
}

/** Offsets as plain lists, so that the order of keys cannot matter. */
export function offsetsKey({ atStart, changes }: Offsets): readonly unknown[] {
  return [atStart, changes.map(({ at, jump }) => [at, jump])];
}

/** SHA-256 of a list of strings, numbers and lists of them, hexadecimal. */
export function contentHash(...parts: readonly unknown[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}
