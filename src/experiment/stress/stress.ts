import type { Model, ReplicationResult } from "../../model/index.ts";
import type { Executor, StopSignal } from "../executor.ts";
import { replicateEach } from "../replicate-each.ts";
import { measureStress, WATCHED } from "./measure-stress.ts";
import { stressCautions } from "./stress-cautions.ts";
import { type StressPlan, stressRuns } from "./stress-plan.ts";
import type { StressReport, StressResult } from "./stress-result.ts";

const CONFIDENCE = 0.95;

export interface StressOptions {
  /** Called as results come in, in any order. */
  readonly arrived?: () => void;
  /** Called for the base (0) and each stress (from 1), in order. */
  readonly results?: (place: number, results: readonly ReplicationResult[]) => void | Promise<void>;
  readonly signal?: StopSignal;
}

/**
 * Runs a plan as it is and under every stress, in the same worlds, and measures what each makes of it. `models` are those of the base and of the
 * stresses, in their order. Rejects as the executor does.
 */
export async function stress(
  plan: StressPlan,
  models: readonly Model[],
  executor: Executor,
  { arrived, results: hand, signal }: StressOptions = {},
): Promise<StressReport> {
  const { seed, recoverWithin, replications, leftOut } = plan;
  const terms = { seed, recoverWithin, confidence: CONFIDENCE };
  let base: readonly ReplicationResult[] = [];
  const stresses: StressResult[] = [];
  await replicateEach(
    stressRuns(plan),
    executor,
    async (place, results) => {
      if (place === 0) base = results;
      else stresses.push(measureStress(plan.stresses[place - 1]!, models[place]!, results, base, terms));
      await hand?.(place, results);
    },
    { ...(arrived === undefined ? {} : { arrived }), ...(signal === undefined ? {} : { signal }) },
  );
  return {
    confidence: CONFIDENCE,
    replications,
    base: plan.base.name,
    watched: WATCHED,
    recoverWithin,
    stresses,
    leftOut,
    cautions: stressCautions(models[0]!, base, stresses),
  };
}
