import { type ComparisonPlan, comparisonId, type Plan, planId } from "../experiment/index.ts";
import type { ResultFile } from "./result-folder.ts";

export const MANIFEST = "manifest.json";

/** What a result folder is the result of. */
export type ResultPlan = Plan | ComparisonPlan;

/** `manifest.json`: all that is needed to make a result again, and the files it consists of. */
export function manifestText(plan: ResultPlan, files: readonly ResultFile[], version: string): string {
  const { engine, seed, replications } = plan;
  const manifest = {
    format: "clinicsim/manifest/1",
    tool: "clinicsim",
    version,
    id: "alternatives" in plan ? comparisonId(plan) : planId(plan),
    engine,
    seedPlan: { seed, first: replications[0], last: replications.at(-1), count: replications.length },
    ...("alternatives" in plan ? comparisonPart(plan) : runPart(plan)),
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function runPart({ keep, offsets, scenario }: Plan) {
  return { keep, offsets, scenario: JSON.parse(scenario) as unknown };
}

function comparisonPart({ alternatives, primary, smallestDifferences, selection }: ComparisonPlan) {
  return {
    primary,
    smallestDifferences,
    ...(selection === undefined ? {} : { selection }),
    alternatives: alternatives.map(({ name, offsets, scenario }) => ({
      name,
      offsets,
      scenario: JSON.parse(scenario) as unknown,
    })),
  };
}

/**
 * The files a manifest lists, if it is the manifest of exactly this plan; undefined for any other text. The version may differ: the
 * engine's hash is in the plan.
 */
export function filesOfManifest(text: string, plan: ResultPlan): readonly ResultFile[] | undefined {
  try {
    const { version, files } = JSON.parse(text) as { version: string; files: Record<string, ResultFile> };
    const listed = Object.entries(files).map(([file, rest]) => ({ ...rest, file }));
    return manifestText(plan, listed, version) === text ? listed : undefined;
  } catch {
    return undefined;
  }
}
