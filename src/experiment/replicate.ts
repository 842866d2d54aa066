import { invariant } from "../errors.ts";
import type { ReplicationResult } from "../model/index.ts";
import type { Executor, StopSignal } from "./executor.ts";
import { jobsOf, type Plan } from "./plan.ts";

export interface ReplicateOptions {
  /** Called as results come in, in any order. */
  readonly arrived?: (result: ReplicationResult) => void;
  /** Called in order of replication, whatever the order of arrival, with tables where the plan keeps them. */
  readonly inOrder?: (result: ReplicationResult) => void | Promise<void>;
  readonly signal?: StopSignal;
}

/**
 * Runs a plan's replications; its results in order of replication, without their tables (`inOrder` sees those), so that memory
 * stays flat in what is kept. Rejects as the executor does.
 */
export async function replicate(
  plan: Plan,
  executor: Executor,
  { arrived, inOrder, signal }: ReplicateOptions = {},
): Promise<readonly ReplicationResult[]> {
  const early = new Map<number, ReplicationResult>();
  const results: ReplicationResult[] = [];
  await executor.run(
    jobsOf(plan),
    async (job, result) => {
      arrived?.(result);
      early.set(job.replication, result);
      for (;;) {
        const replication = plan.replications[results.length];
        const next = replication === undefined ? undefined : early.get(replication);
        if (replication === undefined || next === undefined) return;
        early.delete(replication);
        await inOrder?.(next);
        const { tables: _, ...kept } = next;
        results.push(kept);
      }
    },
    signal,
  );
  invariant(
    results.length === plan.replications.length,
    `${plan.replications.length} replications were asked for, ${results.length} came back`,
  );
  return results;
}
