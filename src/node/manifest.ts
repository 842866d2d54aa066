import { type Plan, planId } from "../experiment/index.ts";
import type { ResultFile } from "./result-folder.ts";

export const MANIFEST = "manifest.json";

/**
 * `manifest.json`: all that is needed to make a result again, and the files it consists of. `count` is the number of replications
 * that were run: all of the plan's, unless it has a precision to reach.
 */
export function manifestText(
  plan: Plan,
  files: readonly ResultFile[],
  version: string,
  count = plan.replications.length,
): string {
  const { engine, scenario, offsets, seed, keep, until } = plan;
  const replications = plan.replications.slice(0, count);
  const manifest = {
    format: "clinicsim/manifest/1",
    tool: "clinicsim",
    version,
    id: planId(plan),
    engine,
    seedPlan: { seed, first: replications[0], last: replications.at(-1), count },
    ...(until === undefined ? {} : { until }),
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
    const { version, files, seedPlan } = JSON.parse(text) as Written;
    const listed = Object.entries(files).map(([file, rest]) => ({ ...rest, file }));
    const count = plan.until === undefined ? plan.replications.length : seedPlan.count;
    return manifestText(plan, listed, version, count) === text ? listed : undefined;
  } catch {
    return undefined;
  }
}

interface Written {
  readonly version: string;
  readonly files: Record<string, ResultFile>;
  readonly seedPlan: { readonly count: number };
}
