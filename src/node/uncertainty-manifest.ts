import { FEWEST_DRAWS, type UncertaintyPlan, uncertaintyId } from "../experiment/index.ts";
import type { JsonObject } from "../scenario/index.ts";
import { listedFiles } from "./listed-files.ts";
import { listIn, objectIn, textIn, wholeIn } from "./manifest-values.ts";
import { comparedOf } from "./plan-of-manifest.ts";
import type { ResultFile } from "./result-folder.ts";

/**
 * `manifest.json` of a run or comparison with uncertain inputs: all that is needed to make it again. Draw d has the quantiles of the stream
 * (seed, d, "uncertain inputs"), one for each input in the order in which they are listed, and the replications from (d − 1) `inner` + 1.
 */
export function uncertaintyManifestText(
  plan: UncertaintyPlan,
  files: readonly ResultFile[],
  version: string,
): string {
  const { engine, seed, draws, inner, inputs, only, alternatives, primary, smallestDifferences } = plan;
  const manifest = {
    format: "clinicsim/uncertainty/1",
    tool: "clinicsim",
    version,
    id: uncertaintyId(plan),
    engine,
    seedPlan: { seed, first: 1, last: draws * inner, count: draws * inner },
    design: { type: "independent draws", draws, inner, ...(only === undefined ? {} : { only }) },
    inputs,
    primary,
    smallestDifferences,
    alternatives: alternatives.map(({ name, offsets, scenario }) => ({
      name,
      offsets,
      scenario: JSON.parse(scenario) as unknown,
    })),
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The files a manifest lists, if it is that of exactly this plan; undefined for any other text. */
export function filesOfUncertaintyManifest(
  text: string,
  plan: UncertaintyPlan,
): readonly ResultFile[] | undefined {
  return listedFiles(text, (files, version) => uncertaintyManifestText(plan, files, version));
}

/** Numbers of draws and of replications for each that `--draws` and `--inner` allow at most. */
const MOST_DRAWS = 5_000;
const MOST_INNER = 1_000;
const MOST_NAMES = 10_000;

/** The plan of a result with uncertain inputs by its manifest, but for the inputs, which its scenario has. Throws InputError where it is none. */
export function uncertaintyPlanOf(manifest: JsonObject): Omit<UncertaintyPlan, "inputs"> {
  const { draws, inner, only } = objectIn(manifest.design, "design");
  const { seed } = objectIn(manifest.seedPlan, "seedPlan");
  return {
    engine: textIn(manifest.engine, "engine"),
    seed: wholeIn(seed, "seedPlan.seed", 0, Number.MAX_SAFE_INTEGER),
    draws: wholeIn(draws, "design.draws", FEWEST_DRAWS, MOST_DRAWS),
    inner: wholeIn(inner, "design.inner", 2, MOST_INNER),
    ...(only === undefined
      ? {}
      : { only: listIn(only, "design.only", MOST_NAMES).map((path) => textIn(path, "design.only")) }),
    ...comparedOf(manifest),
  };
}
