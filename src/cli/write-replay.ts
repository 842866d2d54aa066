import { type Executor, type ReplayOptions, replay } from "../experiment/index.ts";
import type { ResultSink } from "../node/index.ts";
import {
  type ReplaySummary,
  replayChecksSheet,
  replayGroupsSheet,
  replayJson,
  replayQuantilesSheet,
  replayWeeksSheet,
  summariseReplay,
} from "../report/index.ts";
import type { PlannedReplay } from "./plan-replay.ts";

export const REPLAY_SUMMARY = "replay.json";

/** Replays a record into the files of its result. Rejects as the executor does. */
export async function writeReplay(
  { plan, scenario, model, absences }: PlannedReplay,
  executor: Executor,
  sink: ResultSink,
  options: ReplayOptions,
): Promise<ReplaySummary> {
  const report = await replay(plan, model, executor, options);
  const summary = summariseReplay(scenario, model, plan.seed, absences, report);
  await sink.append(replayChecksSheet(summary));
  await sink.append(replayGroupsSheet(summary));
  await sink.append(replayQuantilesSheet(summary));
  await sink.append(replayWeeksSheet(summary));
  await sink.write(REPLAY_SUMMARY, replayJson(summary));
  return summary;
}
