import { type DiscoveryTerms, discoveryId, sweepId } from "../experiment/index.ts";
import { listedFiles } from "./listed-files.ts";
import type { ResultFile } from "./result-folder.ts";

/** `manifest.json` of a discovery: the sweep that it is about, what was asked of it, and the files that it consists of. */
export function discoveryManifestText(
  terms: DiscoveryTerms,
  files: readonly ResultFile[],
  version: string,
): string {
  const { engine, sweep, points, fails, judged, seed, peel, leastMass } = terms;
  const { method, columns, levels, scenario, offsets } = sweep;
  const manifest = {
    format: "clinicsim/discovery/1",
    tool: "clinicsim",
    version,
    id: discoveryId(terms),
    engine,
    fails,
    judged,
    search: { seed, peel, leastMass },
    sweep: {
      id: sweepId(sweep),
      engine: sweep.engine,
      design: { ...method, points: sweep.points, columns, levels },
      there: points,
      offsets,
      scenario: JSON.parse(scenario) as unknown,
    },
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The files a manifest lists, if it is that of exactly this discovery; undefined for any other text. */
export function filesOfDiscoveryManifest(
  text: string,
  terms: DiscoveryTerms,
): readonly ResultFile[] | undefined {
  return listedFiles(text, (files, version) => discoveryManifestText(terms, files, version));
}
