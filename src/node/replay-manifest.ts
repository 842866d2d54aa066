import { type ReplayPlan, recordHash, replayId } from "../experiment/index.ts";
import type { ResultFile } from "./result-folder.ts";

/**
 * `manifest.json` of a replay: what it was made from, and the files that it consists of. The record itself, which is about patients, is not
 * kept: its hash tells whether another is the same.
 */
export function replayManifestText(plan: ReplayPlan, files: readonly ResultFile[], version: string): string {
  const { engine, scenario, offsets, seed, replications, recorded, from } = plan;
  const manifest = {
    format: "clinicsim/replay/1",
    tool: "clinicsim",
    version,
    id: replayId(plan),
    engine,
    seedPlan: { seed, first: replications[0], last: replications.at(-1), count: replications.length },
    record: { sha256: recordHash(recorded), days: recorded.days, judgedFromDay: from },
    offsets,
    scenario: JSON.parse(scenario) as unknown,
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The files a manifest lists, if it is that of exactly this plan; undefined for any other text. */
export function filesOfReplayManifest(text: string, plan: ReplayPlan): readonly ResultFile[] | undefined {
  try {
    const { version, files } = JSON.parse(text) as { version: string; files: Record<string, ResultFile> };
    const listed = Object.entries(files).map(([file, rest]) => ({ ...rest, file }));
    return replayManifestText(plan, listed, version) === text ? listed : undefined;
  } catch {
    return undefined;
  }
}
