import {
  createStoppingRule,
  type Executor,
  type Plan,
  patternsOf,
  type ReplicateOptions,
  replicate,
} from "../experiment/index.ts";
import { type Model, responseDefinitions } from "../model/index.ts";
import type { ResultSink } from "../node/index.ts";
import {
  detailSheets,
  localTimeText,
  patternsJson,
  regimesSheet,
  replicationsSheet,
  type Summary,
  summarise,
  summaryJson,
  summarySheet,
} from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";

export const RUN_SUMMARY = "summary.json";
/** When people write, are answered and work: what pages draw. */
export const PATTERNS = "patterns.json";

export interface RunToWrite {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly model: Model;
}

/** Tells of a run's progress; `total` is how many replications are expected by now. */
export interface RunProgress extends Pick<ReplicateOptions, "signal" | "arrived"> {
  readonly expecting?: (total: () => number) => void;
}

/** Runs a plan into the files of its result. Rejects as the executor does. */
export async function writeRun(
  { plan, scenario, model }: RunToWrite,
  executor: Executor,
  sink: ResultSink,
  { expecting, ...options }: RunProgress,
): Promise<{ readonly summary: Summary; readonly replications: number }> {
  const definitions = responseDefinitions(model);
  const timeText = localTimeText(scenario.clinic.run.start, plan.offsets);
  const rule = plan.until === undefined ? undefined : createStoppingRule(model, plan.until, plan.seed);
  expecting?.(() => (rule === undefined ? plan.replications.length : rule.expected()));
  const results = await replicate(plan, executor, {
    ...options,
    inOrder: async (result) => {
      await sink.append(replicationsSheet(definitions, [result]));
      for (const sheet of detailSheets(model, result, timeText)) await sink.append(sheet);
    },
    ...(rule === undefined ? {} : { rule }),
  });
  const summary = summarise(scenario, model, plan.seed, results, rule?.outcome(results));
  await sink.append(summarySheet(summary.analysis));
  if (summary.regimes.length > 0) await sink.append(regimesSheet(summary.regimes));
  await sink.write(RUN_SUMMARY, summaryJson(summary));
  const patterns = patternsOf(model, results);
  await sink.write(PATTERNS, patternsJson([{ name: scenario.clinic.name, patterns }]));
  return { summary, replications: results.length };
}
