import { join } from "node:path";
import { type ReplayPlan, replayId } from "../experiment/index.ts";
import {
  createLocalExecutor,
  findReplay,
  folderName,
  MANIFEST,
  provenanceText,
  ResultFolder,
  replayManifestText,
  version,
} from "../node/index.ts";
import { type ReplaySummary, readReplayJson } from "../report/index.ts";
import { createBar } from "./bar.ts";
import { commitResult } from "./commit-result.ts";
import { knownFile } from "./known-result.ts";
import type { PlannedReplay } from "./plan-replay.ts";
import type { Surroundings } from "./program.ts";
import type { ReplayFlags } from "./replay-flags.ts";
import { REPLAY_SUMMARY, writeReplay } from "./write-replay.ts";

/** A replay's result, and where it stands. */
export interface ReplayOutcome {
  readonly summary: ReplaySummary;
  readonly path: string;
  /** It was there already. */
  readonly known: boolean;
}

/** Replays a record into a result folder, or finds the result there already. */
export async function replayResult(
  planned: PlannedReplay,
  asked: ReplayFlags,
  surroundings: Surroundings,
): Promise<ReplayOutcome> {
  const name = folderName(`replay ${planned.scenario.clinic.name}`, replayId(planned.plan));
  const path = join(asked.out, name);
  const known = asked.force ? undefined : await knownReplay(path, planned.plan);
  const summary = known ?? (await simulate(planned, name, asked, surroundings));
  return { summary, path, known: known !== undefined };
}

async function knownReplay(path: string, plan: ReplayPlan): Promise<ReplaySummary | undefined> {
  return knownFile(path, await findReplay(path, plan), REPLAY_SUMMARY, readReplayJson);
}

async function simulate(
  planned: PlannedReplay,
  name: string,
  { jobs, out, force, quiet }: ReplayFlags,
  { argv, streams, outfit }: Surroundings,
): Promise<ReplaySummary> {
  const started = new Date();
  const { signal, stderr } = streams;
  const { plan } = planned;
  const executor = await (outfit.createExecutor ?? createLocalExecutor)({ jobs });
  const folder = await ResultFolder.create(out, name);
  const runs = 2 * plan.replications.length;
  const bar = await createBar(quiet ? { write() {} } : stderr, runs);
  let done = 0;
  try {
    const summary = await writeReplay(planned, executor, folder, {
      signal,
      arrived: () => {
        done += 1;
        bar.update(done, runs, () => "replications, with recorded and with drawn arrivals");
      },
    });
    await folder.write(MANIFEST, replayManifestText(plan, await folder.finishSheets(), version));
    await folder.write("provenance.json", provenanceText(started, new Date(), argv, jobs));
    await commitResult(folder, force, async () => (await knownReplay(folder.path, plan)) !== undefined);
    return summary;
  } finally {
    bar.stop();
    await folder.discard();
  }
}
