import type { Observation } from "../../../src/experiment/staffing/observation.ts";
import type { Worlds } from "../../../src/experiment/staffing/worlds.ts";
import { createStream, normalQuantile, type Stream } from "../../../src/random/index.ts";

/** A plan whose truth is known: a cost, and shares with their spread from one replication to the next. */
export interface FakePlan {
  readonly cost: number;
  readonly hours?: number;
  /** Mean and standard deviation of each measure, in a replication. */
  readonly measures: readonly { readonly mean: number; readonly sd: number }[];
  /** The first measure is a share of messages, which are in time or late by so many at once; `sd` says nothing then. */
  readonly clusters?: { readonly count: number; readonly size: number };
  /** Chance that a replication is a bad year, in which so many of its 12 months fall short. */
  readonly badYears?: { readonly chance: number; readonly months: number };
}

/**
 * Worlds whose every number is drawn from known laws, half of each measure's variance common to all plans of a world. Measure 0 is the
 * cost (standard deviation 10, 9 of it in common), then the measures, then the months.
 */
export function fakeWorlds(plans: readonly FakePlan[], seed: number): Worlds & { readonly seen: number[] } {
  const seen: number[] = [];
  return {
    seen,
    observe: async (plan, first, count) =>
      Array.from({ length: count }, (_, i) => {
        seen.push(plan);
        return observationOf(plans[plan]!, seed, plan, first + i);
      }),
  };
}

function observationOf(plan: FakePlan, seed: number, index: number, replication: number): Observation {
  const common = createStream(seed, replication, "common");
  const own = createStream(seed, replication, `plan ${index}`);
  const normal = () =>
    Math.sqrt(0.5) * normalQuantile(common.open()) + Math.sqrt(0.5) * normalQuantile(own.open());
  const values = [plan.cost + 9 * normalQuantile(common.open()) + normalQuantile(own.open()), 1];
  plan.measures.forEach(({ mean, sd }, measure) => {
    if (measure > 0 || plan.clusters === undefined) values.push(mean + sd * normal(), 1);
    else values.push(...clustered(mean, plan.clusters, common, own));
  });
  if (plan.badYears !== undefined) {
    values.push(own.uniform() < plan.badYears.chance ? plan.badYears.months : 0, 12);
  }
  return Float64Array.from(values);
}

/** Half of the clusters are the same in all plans of a world. */
function clustered(
  mean: number,
  { count, size }: NonNullable<FakePlan["clusters"]>,
  common: Stream,
  own: Stream,
): readonly [kept: number, made: number] {
  let kept = 0;
  for (let i = 0; i < count; i++) if ((i % 2 === 0 ? common : own).uniform() < mean) kept += size;
  return [kept, count * size];
}
