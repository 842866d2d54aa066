import { type Plan, planId } from "../experiment/index.ts";
import type { ResultFile } from "./result-folder.ts";

export const MANIFEST = "manifest.json";

/** `manifest.json`: all that is needed to make a result again, and the files it consists of. */
export function manifestText(plan: Plan, files: readonly ResultFile[], version: string): string {
  const { engine, scenario, offsets, seed, replications, keep } = plan;
  const manifest = {
    format: "clinicsim/manifest/1",
    tool: "clinicsim",
    version,
    id: planId(plan),
    engine,
    seedPlan: { seed, first: replications[0], last: replications.at(-1), count: replications.length },
    keep,
    offsets,
    scenario: JSON.parse(scenario) as unknown,
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The files a manifest lists, if it is the manifest of exactly this plan; undefined for any other text. The version may differ: the
 * engine's hash is in the plan.
 */
export function filesOfManifest(text: string, plan: Plan): readonly ResultFile[] | undefined {
  try {
    const { version, files } = JSON.parse(text) as { version: string; files: Record<string, ResultFile> };
    const listed = Object.entries(files).map(([file, rest]) => ({ ...rest, file }));
    return manifestText(plan, listed, version) === text ? listed : undefined;
  } catch {
    return undefined;
  }
}
