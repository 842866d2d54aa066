import type { Keep, RecordedArrivals } from "../model/index.ts";
import { arrivalsKey, contentHash, type Job, type Offsets, offsetsKey } from "./job.ts";
import { type Until, untilKey } from "./precision.ts";

/** Replications of one scenario: what a result folder holds. */
export interface Plan {
  readonly engine: string;
  /** Canonical text of the scenario, defaults filled in. */
  readonly scenario: string;
  readonly offsets: Offsets;
  readonly seed: number;
  /** Their numbers, one after the other; with `until`, all that may be run. */
  readonly replications: readonly number[];
  readonly keep: Keep;
  /** Left out: exactly `replications`. */
  readonly until?: Until;
  /** Patients' own messages as they were recorded, in place of those that would be drawn. */
  readonly arrivals?: RecordedArrivals;
}

/** SHA-256 of a plan's content, hexadecimal: equal ids have results of the same bytes. */
export function planId({
  engine,
  scenario,
  offsets,
  seed,
  replications,
  keep,
  until,
  arrivals,
}: Plan): string {
  const content = [engine, scenario, offsetsKey(offsets), seed, replications, keep];
  const more = [
    ...(until === undefined ? [] : [untilKey(until)]),
    ...(arrivals === undefined ? [] : [arrivalsKey(arrivals)]),
  ];
  return contentHash("clinicsim/plan/1", ...content, ...more);
}

/** The plan's jobs, in order of replication. */
export function jobsOf({ replications, until: _, ...shared }: Plan): readonly Job[] {
  return replications.map((replication) => ({ ...shared, replication }));
}
