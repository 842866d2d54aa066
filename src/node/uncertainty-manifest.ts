import { type UncertaintyPlan, uncertaintyId } from "../experiment/index.ts";
import { listedFiles } from "./listed-files.ts";
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
  const { engine, seed, draws, inner, inputs, alternatives, primary, smallestDifferences } = plan;
  const manifest = {
    format: "clinicsim/uncertainty/1",
    tool: "clinicsim",
    version,
    id: uncertaintyId(plan),
    engine,
    seedPlan: { seed, first: 1, last: draws * inner, count: draws * inner },
    design: { type: "independent draws", draws, inner },
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
