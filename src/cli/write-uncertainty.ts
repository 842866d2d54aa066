import {
  type CheckedDraws,
  type DrawPreparer,
  type Executor,
  inputUncertainty,
  type StopSignal,
  type UncertaintyPlan,
} from "../experiment/index.ts";
import { type Model, responseDefinitions } from "../model/index.ts";
import type { ResultSink } from "../node/index.ts";
import {
  alternativesColumns,
  drawReplicationsSheet,
  drawsSheet,
  summariseUncertainty,
  type UncertaintySummary,
  uncertainDifferencesSheet,
  uncertaintyJson,
  uncertaintySheet,
} from "../report/index.ts";

export const UNCERTAINTY_SUMMARY = "uncertainty.json";

export interface UncertaintyToWrite {
  readonly plan: UncertaintyPlan;
  /** Of the alternatives as they are written. */
  readonly models: readonly Model[];
  readonly checked: CheckedDraws;
  readonly preparer: DrawPreparer;
}

export interface UncertaintyProgress {
  readonly signal: StopSignal;
  readonly arrived: () => void;
  /** All of a draw has come. */
  readonly drawn?: () => void;
}

/** Runs draws of a plan into the files of their result. Rejects as the executor does. */
export async function writeUncertainty(
  { plan, models, checked, preparer }: UncertaintyToWrite,
  executor: Executor,
  sink: ResultSink,
  { signal, arrived, drawn }: UncertaintyProgress,
): Promise<UncertaintySummary> {
  const definitions = models.map(responseDefinitions);
  const columns = alternativesColumns(definitions);
  const result = await inputUncertainty(plan, models, checked, preparer, executor, {
    signal,
    arrived,
    results: async (draw, results) => {
      drawn?.();
      await sink.append(drawsSheet(plan.inputs, draw));
      for (const [i, own] of results.entries()) {
        const alternative = plan.alternatives[i]!.name;
        await sink.append(drawReplicationsSheet(columns, alternative, definitions[i]!, draw.draw, own));
      }
    },
  });
  const summary = summariseUncertainty(models[0]!, result);
  await sink.append(uncertaintySheet(result));
  if (plan.alternatives.length > 1) await sink.append(uncertainDifferencesSheet(result));
  await sink.write(UNCERTAINTY_SUMMARY, uncertaintyJson(summary));
  return summary;
}
