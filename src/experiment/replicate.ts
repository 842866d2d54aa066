import { invariant } from "../errors.ts";
import type { ReplicationResult } from "../model/index.ts";
import type { Executor, OnResult, StopSignal } from "./executor.ts";
import type { Job } from "./job.ts";
import { jobsOf, type Plan } from "./plan.ts";
import { ReplicationError } from "./replication-error.ts";
import { Stop } from "./stop.ts";

/** Says of results, all there are so far in order of replication, how many are wanted; see `createStoppingRule`. */
export interface EnoughRule {
  /** How many of these are wanted, if that can be told already. Asked after every result. */
  wanted(results: readonly ReplicationResult[]): number | undefined;
  /** So many will be wanted at least, whatever comes. */
  least(): number;
  /** Replications that it will take to tell, as far as is known. */
  expected(): number;
}

export interface ReplicateOptions {
  /** Called as results come in, in any order. */
  readonly arrived?: (result: ReplicationResult) => void;
  /** Called in order of replication, whatever the order of arrival, with tables where the plan keeps them. */
  readonly inOrder?: (result: ReplicationResult) => void | Promise<void>;
  /** Left out: all of the plan's replications are wanted. */
  readonly rule?: EnoughRule;
  readonly signal?: StopSignal;
}

/** How far a round of replications goes at least, so that the last rounds of many are not of one each. */
const ROUND = 1.1;

/**
 * Runs a plan's replications; its results in order of replication, without their tables (`inOrder` sees those), so that memory
 * stays flat in what is kept. Rejects as the executor does.
 *
 * With a rule, they are run in rounds of as many as it expects to take, ahead of its verdict. What comes after the last one that it
 * wants is as if it had never been: its results are dropped, and if it failed, that is not heard of.
 */
export async function replicate(
  plan: Plan,
  executor: Executor,
  { arrived, inOrder, rule, signal }: ReplicateOptions = {},
): Promise<readonly ReplicationResult[]> {
  const early = new Map<number, ReplicationResult>();
  const results: ReplicationResult[] = [];
  /** Those of `results` that may still not be wanted, as they came. */
  const held: ReplicationResult[] = [];
  const stop = new Stop(signal);
  let wanted: number | undefined;
  const handOver = async (count: number) => {
    for (let handed = results.length - held.length; handed < count && held.length > 0; handed++) {
      await inOrder?.(held.shift()!);
    }
  };
  const take: OnResult = async (job, result) => {
    if (wanted !== undefined) return;
    arrived?.(result);
    early.set(job.replication, result);
    for (;;) {
      const replication = plan.replications[results.length];
      const next = replication === undefined ? undefined : early.get(replication);
      if (replication === undefined || next === undefined) return;
      early.delete(replication);
      const { tables: _, ...kept } = next;
      held.push(next);
      results.push(kept);
      const verdict = rule?.wanted(results);
      await handOver(verdict ?? rule?.least() ?? results.length);
      wanted = verdict;
      if (wanted !== undefined) return stop.abort();
    }
  };
  const missing = (jobs: readonly Job[]) =>
    jobs.filter(
      ({ replication }) => !early.has(replication) && replication > (results.at(-1)?.replication ?? 0),
    );
  const run = async (jobs: readonly Job[]): Promise<void> => {
    try {
      await executor.run(jobs, take, stop);
    } catch (error) {
      if (wanted !== undefined) return;
      if (rule === undefined || !(error instanceof ReplicationError)) throw error;
      // Perhaps it was not wanted: those before it will tell.
      const before = missing(jobs.filter(({ replication }) => replication < error.replication));
      if (before.length > 0 && before.length < jobs.length) await run(before);
      if (wanted === undefined) throw error;
    }
  };

  const jobs = jobsOf(plan);
  try {
    let begun = 0;
    while (begun < jobs.length && wanted === undefined) {
      const end =
        rule === undefined ? jobs.length : Math.max(rule.expected(), Math.ceil(ROUND * begun), begun + 1);
      await run(jobs.slice(begun, end));
      begun = end;
    }
  } finally {
    stop.release();
  }
  invariant(
    wanted !== undefined || results.length === plan.replications.length,
    `${plan.replications.length} replications were asked for, ${results.length} came back`,
  );
  await handOver(wanted ?? results.length);
  return results.slice(0, wanted);
}
