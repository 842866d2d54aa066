import { invariant } from "../../errors.ts";
import type { ReplicationResult } from "../../model/index.ts";
import type { Executor, StopSignal } from "../executor.ts";
import type { Job } from "../job.ts";
import type { PreparedDraw } from "./prepare-draw.ts";
import { replicationsOf, type UncertaintyPlan } from "./uncertainty-plan.ts";

export interface RunDrawsOptions {
  readonly signal?: StopSignal;
  /** Called as results come in, in any order. */
  readonly arrived?: (result: ReplicationResult) => void;
}

interface Flight {
  readonly prepared: PreparedDraw;
  /** By alternative, then by place among the draw's replications. */
  readonly results: (ReplicationResult | undefined)[][];
  left: number;
}

/**
 * Runs draws, each prepared when its turn comes; `complete` gets them in their order, each with its results by alternative and replication, and
 * nothing is kept of one afterwards. Rejects as the executor does.
 */
export async function runDraws(
  plan: UncertaintyPlan,
  draws: readonly number[],
  prepare: (draw: number) => Promise<PreparedDraw>,
  executor: Executor,
  complete: (draw: PreparedDraw, results: readonly (readonly ReplicationResult[])[]) => Promise<void>,
  { signal, arrived }: RunDrawsOptions = {},
): Promise<void> {
  const owners = new WeakMap<Job, readonly [flight: Flight, alternative: number]>();
  const flights = new Map<number, Flight>();
  const { engine, seed, inner } = plan;

  async function* jobs(): AsyncGenerator<Job> {
    for (const draw of draws) {
      const prepared = await prepare(draw);
      const flight: Flight = {
        prepared,
        results: prepared.runs.map(() => Array.from({ length: inner }, () => undefined)),
        left: prepared.runs.length * inner,
      };
      flights.set(draw, flight);
      for (const [alternative, run] of prepared.runs.entries()) {
        for (const replication of replicationsOf(draw, plan)) {
          const job: Job = { engine, ...run, seed, replication, keep: "responses" };
          owners.set(job, [flight, alternative]);
          yield job;
        }
      }
    }
  }

  let next = 0;
  const length = draws.length * plan.alternatives.length * inner;
  await executor.run(
    { length, [Symbol.asyncIterator]: jobs },
    async (job, result) => {
      const [flight, alternative] = owners.get(job)!;
      arrived?.(result);
      flight.results[alternative]![job.replication - replicationsOf(flight.prepared.draw, plan)[0]!] = result;
      flight.left -= 1;
      for (let first = flights.get(draws[next]!); first?.left === 0; first = flights.get(draws[next]!)) {
        flights.delete(draws[next]!);
        next += 1;
        await complete(first.prepared, first.results as ReplicationResult[][]);
      }
    },
    signal,
  );
  invariant(next === draws.length, `${draws.length} draws were to be run, ${next} came back whole`);
}
