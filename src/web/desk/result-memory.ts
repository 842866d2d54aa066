import type { Executor, Job, Plan } from "../../experiment/index.ts";
import type { ReplicationResult } from "../../model/index.ts";

/** Scenarios whose results are kept: what somebody tries, goes back from, and compares with. */
const KEPT = 6;

/** Results that are there already, so that nothing is simulated twice: the latest scenarios', without their tables. */
export class ResultMemory {
  readonly #byScenario = new Map<string, Map<number, ReplicationResult>>();

  /** Results of a plan that are there, in order of replication, up to the first that is missing. */
  known(plan: Plan): readonly ReplicationResult[] {
    const found = this.#byScenario.get(keyOf(plan));
    const results: ReplicationResult[] = [];
    for (const replication of plan.replications) {
      const result = found?.get(replication);
      if (result === undefined) break;
      results.push(result);
    }
    return results;
  }

  /** An executor that has only those jobs run by `executor` whose results are not there. */
  remembering(executor: Executor): Executor {
    return {
      run: async (jobs, onResult, signal) => {
        const missing: Job[] = [];
        for await (const job of jobs) {
          const known = job.keep === "full" ? undefined : this.#of(job).get(job.replication);
          if (known === undefined) missing.push(job);
          else await onResult(job, known);
        }
        await executor.run(
          missing,
          async (job, result) => {
            const { tables: _, ...kept } = result;
            this.#of(job).set(job.replication, kept);
            await onResult(job, result);
          },
          signal,
        );
      },
    };
  }

  /** The results of a job's scenario, which is now the latest that was asked for. */
  #of(job: Job): Map<number, ReplicationResult> {
    const key = keyOf(job);
    const found = this.#byScenario.get(key) ?? new Map<number, ReplicationResult>();
    this.#byScenario.delete(key);
    this.#byScenario.set(key, found);
    for (const oldest of this.#byScenario.keys()) {
      if (this.#byScenario.size <= KEPT) break;
      this.#byScenario.delete(oldest);
    }
    return found;
  }
}

function keyOf({ scenario, offsets, seed }: Pick<Job, "scenario" | "offsets" | "seed">): string {
  return JSON.stringify([seed, offsets, scenario]);
}
