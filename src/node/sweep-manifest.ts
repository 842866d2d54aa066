import { DESIGN_LIMITS, type SweepTerms, sweepId } from "../experiment/index.ts";
import type { JsonObject } from "../scenario/index.ts";
import { listedFiles } from "./listed-files.ts";
import { listIn, objectIn, textIn, wholeIn } from "./manifest-values.ts";
import { offsetsOf } from "./plan-of-manifest.ts";
import type { ResultFile } from "./result-folder.ts";

/** `manifest.json` of a sweep: all that is needed to make it again, and the files that it consists of. */
export function sweepManifestText(terms: SweepTerms, files: readonly ResultFile[], version: string): string {
  const { engine, scenario, offsets, method, made, columns, points, levels } = terms;
  const base = JSON.parse(scenario) as {
    readonly run: { readonly seed: number; readonly replications: number };
  };
  const { seed, replications } = base.run;
  // A design with sets of worlds has as many replications for each of them.
  const last = replications * (typeof method.sets === "number" ? method.sets : 1);
  const manifest = {
    format: "clinicsim/sweep/1",
    tool: "clinicsim",
    version,
    id: sweepId(terms),
    engine,
    seedPlan: { seed, first: 1, last, count: last },
    design: { ...method, points, columns, levels, made },
    offsets,
    scenario: base,
    files: Object.fromEntries(files.map(({ file, ...rest }) => [file, rest])),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The terms of a sweep by its manifest. Throws InputError where it is none. */
export function sweepTermsOf(manifest: JsonObject): SweepTerms {
  const { points, columns, levels, made, ...method } = objectIn(manifest.design, "design");
  return {
    engine: textIn(manifest.engine, "engine"),
    scenario: JSON.stringify(objectIn(manifest.scenario, "scenario")),
    offsets: offsetsOf(manifest.offsets, "offsets"),
    method,
    made: objectIn(made, "design.made"),
    columns: listIn(columns, "design.columns", MOST_COLUMNS).map((column) => {
      const { path, unit, type } = objectIn(column, "design.columns");
      return {
        path: textIn(path, "design.columns"),
        ...(unit === undefined ? {} : { unit: textIn(unit, "design.columns") }),
        type: textIn(type, "design.columns", /^(number|text)$/) as "number" | "text",
      };
    }),
    points: wholeIn(points, "design.points", 1, DESIGN_LIMITS.points),
    levels: textIn(levels, "design.levels", /^[0-9a-f]{64}$/),
  };
}

const MOST_COLUMNS = 1_000;

/** The files a manifest lists, if it is that of exactly this sweep; undefined for any other text. */
export function filesOfSweepManifest(text: string, terms: SweepTerms): readonly ResultFile[] | undefined {
  return listedFiles(text, (files, version) => sweepManifestText(terms, files, version));
}
