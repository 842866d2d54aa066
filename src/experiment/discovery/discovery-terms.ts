import { contentHash } from "../job.ts";
import { type SweepTerms, sweepId } from "../sweep/sweep-terms.ts";
import type { DiscoverOptions } from "./discover.ts";
import type { Judged } from "./outcome.ts";

/** What a discovery is: equal terms have results of the same bytes. Plain data. */
export interface DiscoveryTerms extends DiscoverOptions {
  /** The engine that searches. */
  readonly engine: string;
  readonly sweep: SweepTerms;
  /** Numbers of the points that were there, as from–to runs. */
  readonly points: readonly (readonly [from: number, to: number])[];
  /** What failing is, as `parseCondition` reads it. */
  readonly fails: string;
  readonly judged: Judged;
}

/** SHA-256 of the terms, hexadecimal. */
export function discoveryId(terms: DiscoveryTerms): string {
  const { engine, sweep, points, fails, judged, seed, peel, leastMass } = terms;
  return contentHash(
    "clinicsim/discovery/1",
    engine,
    sweepId(sweep),
    points,
    fails,
    judged,
    seed,
    peel,
    leastMass,
  );
}
