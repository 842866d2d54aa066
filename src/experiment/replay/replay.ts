import type { Model, ReplicationResult } from "../../model/index.ts";
import type { Executor, StopSignal } from "../executor.ts";
import { replicate } from "../replicate.ts";
import { judge } from "./judge.ts";
import { type ReplayPlan, replayRuns } from "./replay-plan.ts";
import type { ReplayReport } from "./replay-report.ts";
import { ReplayView } from "./replay-view.ts";

export interface ReplayOptions {
  /** Called as results come in, in any order: two for each replication. */
  readonly arrived?: () => void;
  readonly signal?: StopSignal;
}

/** Replays a record through a model and judges the model by it. Rejects as the executor does. */
export async function replay(
  plan: ReplayPlan,
  model: Model,
  executor: Executor,
  options: ReplayOptions = {},
): Promise<ReplayReport> {
  const runs = replayRuns(plan);
  const columns = (results: readonly ReplicationResult[]) => results.map(({ replies }) => replies!);
  const replayed = columns(await replicate(runs.recorded, executor, options));
  const drawn = columns(await replicate(runs.drawn, executor, options));
  const view = new ReplayView(model, plan.recorded, plan.from);
  return { ...judge(view, replayed, drawn, plan.fitted), replications: plan.replications };
}
