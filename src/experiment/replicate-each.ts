import { invariant } from "../errors.ts";
import type { ReplicationResult } from "../model/index.ts";
import type { Executor, StopSignal } from "./executor.ts";
import { offsetsKey } from "./job.ts";
import { jobsOf, type Plan } from "./plan.ts";

export interface ReplicateEachOptions {
  /** Called as results come in, in any order. */
  readonly arrived?: (result: ReplicationResult) => void;
  readonly signal?: StopSignal;
}

/**
 * Runs several plans as one: `complete` gets the results of each, in order of replication, one plan after another in their order, as soon
 * as they are all there. Nothing is kept of a plan afterwards, so that memory does not grow with their number. Plans that are the
 * same are run once. Rejects as the executor does.
 */
export async function replicateEach(
  plans: readonly Plan[],
  executor: Executor,
  complete: (index: number, results: readonly ReplicationResult[]) => void | Promise<void>,
  { arrived, signal }: ReplicateEachOptions = {},
): Promise<void> {
  const keys = plans.map(runsKey);
  const distinct = [...new Map(plans.map((plan, index) => [keys[index]!, plan]))];
  const arrivals = new Map(distinct.map(([key]) => [key, new Map<number, ReplicationResult>()]));
  let next = 0;
  const finish = async () => {
    while (next < plans.length) {
      const { replications } = plans[next]!;
      const found = arrivals.get(keys[next]!)!;
      if (found.size < replications.length) return;
      const results = replications.map((replication) => found.get(replication)!);
      const index = next;
      next += 1;
      if (!keys.includes(keys[index]!, next)) arrivals.delete(keys[index]!);
      await complete(index, results);
    }
  };
  const jobs = distinct.flatMap(([, plan]) => jobsOf(plan));
  await executor.run(
    jobs,
    async (job, result) => {
      arrived?.(result);
      arrivals.get(runsKey(job))!.set(job.replication, result);
      await finish();
    },
    signal,
  );
  invariant(next === plans.length, `${plans.length} plans were to be run, ${next} came back whole`);
}

/** How many replications several plans take together: those that are the same are run once. */
export function countRuns(plans: readonly Plan[]): number {
  const distinct = new Map(plans.map((plan) => [runsKey(plan), plan.replications.length]));
  return [...distinct.values()].reduce((sum, count) => sum + count, 0);
}

/** Names what is run, whichever replication of it. */
function runsKey({ scenario, offsets }: Pick<Plan, "scenario" | "offsets">): string {
  return `${JSON.stringify(offsetsKey(offsets))} ${scenario}`;
}
