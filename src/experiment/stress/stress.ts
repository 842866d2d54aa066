import type { Model, ReplicationResult } from "../../model/index.ts";
import type { Executor, StopSignal } from "../executor.ts";
import { replicateEach } from "../replicate-each.ts";
import { measureStress, WATCHED } from "./measure-stress.ts";
import { stressCautions } from "./stress-cautions.ts";
import { type StressPlan, stressRuns } from "./stress-plan.ts";
import type { StressedRun, StressReport, StressResult } from "./stress-result.ts";

const CONFIDENCE = 0.95;

export interface StressOptions {
  /** Called as results come in, in any order. */
  readonly arrived?: () => void;
  /** Called before each look, with the worlds that it will have seen, of all cases. */
  readonly looking?: (worlds: number) => void;
  /** Called for the base (0) and each stress (from 1), in order, with every world that was run. */
  readonly results?: (place: number, results: readonly StressedRun[]) => void | Promise<void>;
  readonly signal?: StopSignal;
}

/**
 * Runs a plan as it is and under every stress, in the same worlds, and measures what each makes of it. `models` are those of the base and of the
 * stresses, in their order.
 *
 * With several looks, the worlds go on until every stress can be told or the last look is done. Each look decides with intervals at its share of the
 * error (Bonferroni), so that all of them together call a stress wrongly no more often than one look at the report's confidence would; the
 * intervals that are reported have that confidence. Rejects as the executor does.
 */
export async function stress(
  plan: StressPlan,
  models: readonly Model[],
  executor: Executor,
  { arrived, looking, results: hand, signal }: StressOptions = {},
): Promise<StressReport> {
  const { seed, recoverWithin, replications, leftOut, looks = [replications.length] } = plan;
  const decidedAt = 1 - (1 - CONFIDENCE) / looks.length;
  const terms = { seed, recoverWithin, confidence: CONFIDENCE, decidedAt };
  const base: ReplicationResult[] = [];
  const held = plan.stresses.map((): StressedRun[] => []);
  let stresses: StressResult[] = [];
  let seen = 0;
  for (const size of looks) {
    const isLast = size === looks.at(-1);
    looking?.(size);
    stresses = [];
    await replicateEach(
      stressRuns({ ...plan, replications: replications.slice(seen, size) }),
      executor,
      async (place, results) => {
        if (place === 0) base.push(...results);
        else {
          const own = held[place - 1]!;
          own.push(...results.map(bare));
          stresses.push(measureStress(plan.stresses[place - 1]!, models[place]!, own, base, terms));
        }
        if (!isLast) return;
        await hand?.(place, place === 0 ? base : held[place - 1]!);
        if (place > 0) held[place - 1] = [];
      },
      { ...(arrived === undefined ? {} : { arrived }), ...(signal === undefined ? {} : { signal }) },
    );
    seen = size;
    if (isLast || stresses.some(({ verdict }) => verdict === "cannot tell")) continue;
    for (const [place, own] of [base, ...held].entries()) await hand?.(place, own);
    break;
  }
  return {
    confidence: CONFIDENCE,
    decidedAt,
    replications: replications.slice(0, seen),
    base: plan.base.name,
    watched: WATCHED,
    recoverWithin,
    stresses,
    leftOut,
    cautions: stressCautions(models[0]!, base, stresses),
  };
}

/** What is looked at again and written: a battery holds very many results, whose samples would be too large. */
function bare({ replication, values, paths }: ReplicationResult): StressedRun {
  return paths === undefined ? { replication, values } : { replication, values, paths };
}
