import { type SweepTerms, sweepId } from "../experiment/index.ts";
import { listedFiles } from "./listed-files.ts";
import type { ResultFile } from "./result-folder.ts";

/** `manifest.json` of a sweep: all that is needed to make it again, and the files that it consists of. */
export function sweepManifestText(terms: SweepTerms, files: readonly ResultFile[], version: string): string {
  const { engine, scenario, offsets, method, columns, points, levels } = terms;
  const base = JSON.parse(scenario) as {
    readonly run: { readonly seed: number; readonly replications: number };
  };
  const { seed, replications } = base.run;
  const manifest = {
    format: "clinicsim/sweep/1",
    tool: "clinicsim",
    version,
    id: sweepId(terms),
    engine,
    seedPlan: { seed, first: 1, last: replications, count: replications },
    design: { ...method, points, columns, levels },
    offsets,
    scenario: base,
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The files a manifest lists, if it is that of exactly this sweep; undefined for any other text. */
export function filesOfSweepManifest(text: string, terms: SweepTerms): readonly ResultFile[] | undefined {
  return listedFiles(text, (files, version) => sweepManifestText(terms, files, version));
}
