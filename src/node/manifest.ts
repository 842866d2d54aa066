import {
  type ComparisonPlan,
  comparisonId,
  type Plan,
  planId,
  type StressPlan,
  stressId,
} from "../experiment/index.ts";
import type { ResultFile } from "./result-folder.ts";

export const MANIFEST = "manifest.json";

/** What a result folder is the result of. */
export type ResultPlan = Plan | ComparisonPlan | StressPlan;

/**
 * `manifest.json`: all that is needed to make a result again, and the files it consists of. `count` is the number of replications
 * that were run: all of the plan's, unless it has a precision to reach, or something to tell.
 */
export function manifestText(
  plan: ResultPlan,
  files: readonly ResultFile[],
  version: string,
  count = plan.replications.length,
): string {
  const { engine, seed } = plan;
  const replications = plan.replications.slice(0, count);
  const manifest = {
    format: "clinicsim/manifest/1",
    tool: "clinicsim",
    version,
    id: idOf(plan),
    engine,
    seedPlan: { seed, first: replications[0], last: replications.at(-1), count },
    ...partOf(plan),
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function idOf(plan: ResultPlan): string {
  if ("stresses" in plan) return stressId(plan);
  return "alternatives" in plan ? comparisonId(plan) : planId(plan);
}

function partOf(plan: ResultPlan) {
  if ("stresses" in plan) return stressPart(plan);
  return "alternatives" in plan ? comparisonPart(plan) : runPart(plan);
}

function stressPart({ looks, recoverWithin, base, stresses, leftOut }: StressPlan) {
  const parsed = <T extends { readonly scenario: string }>({ scenario, ...rest }: T) => ({
    ...rest,
    scenario: JSON.parse(scenario) as unknown,
  });
  return {
    ...(looks === undefined ? {} : { looks }),
    recoverWithin,
    base: parsed(base),
    stresses: stresses.map(parsed),
    leftOut,
  };
}

function runPart({ until, keep, offsets, scenario }: Plan) {
  return {
    ...(until === undefined ? {} : { until }),
    keep,
    offsets,
    scenario: JSON.parse(scenario) as unknown,
  };
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
    const { version, files, seedPlan } = JSON.parse(text) as Written;
    const listed = Object.entries(files).map(([file, rest]) => ({ ...rest, file }));
    const runsUntil =
      ("until" in plan && plan.until !== undefined) || ("looks" in plan && plan.looks !== undefined);
    const count = runsUntil ? seedPlan.count : plan.replications.length;
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
