import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ClockChange, Keep, RecordedArrivals } from "../model/index.ts";

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
  /** Patients' own messages as they were recorded, in place of those that would be drawn. */
  readonly arrivals?: RecordedArrivals;
}

/** SHA-256 of a job's content, hexadecimal: equal ids have equal results. */
export function jobId(job: Job): string {
  const { engine, scenario, offsets, seed, replication, keep, arrivals } = job;
  const content = [engine, scenario, offsetsKey(offsets), seed, replication, keep];
  return contentHash(
    "clinicsim/job/1",
    ...content,
    ...(arrivals === undefined ? [] : [arrivalsKey(arrivals)]),
  );
}

/** Recorded arrivals as plain lists, so that the order of keys cannot matter. */
export function arrivalsKey(arrivals: RecordedArrivals): readonly unknown[] {
  const { patients, thread, specialty, patient, topic, urgent, needsReply, sent, away = [] } = arrivals;
  const columns = [thread, specialty, patient, topic, urgent, needsReply, sent].map((each) => [...each]);
  return [patients, ...columns, away.map((team) => team.map((days) => days && [...days]))];
}

/** Offsets as plain lists, so that the order of keys cannot matter. */
export function offsetsKey({ atStart, changes }: Offsets): readonly unknown[] {
  return [atStart, changes.map(({ at, jump }) => [at, jump])];
}

/** SHA-256 of a list of strings, numbers and lists of them, hexadecimal. */
export function contentHash(...parts: readonly unknown[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}
