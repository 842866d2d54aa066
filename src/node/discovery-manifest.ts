import { DESIGN_LIMITS, type DiscoveryTerms, discoveryId, sweepId } from "../experiment/index.ts";
import type { JsonObject } from "../scenario/index.ts";
import { listedFiles } from "./listed-files.ts";
import { badManifest, listIn, numberIn, objectIn, textIn, wholeIn } from "./manifest-values.ts";
import type { ResultFile } from "./result-folder.ts";

/** `manifest.json` of a discovery: the sweep that it is about, what was asked of it, and the files that it consists of. */
export function discoveryManifestText(
  terms: DiscoveryTerms,
  files: readonly ResultFile[],
  version: string,
): string {
  const { engine, sweep, points, fails, judged, seed, peel, leastMass } = terms;
  const { method, made, columns, levels, scenario, offsets } = sweep;
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
      design: { ...method, points: sweep.points, columns, levels, made },
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

/** What a manifest says of a discovery, but for the sweep, of which it has the id. Throws InputError where it is none. */
export function discoveryTermsOf(
  manifest: JsonObject,
): Omit<DiscoveryTerms, "sweep"> & { readonly sweepId: string } {
  const { seed, peel, leastMass } = objectIn(manifest.search, "search");
  const { id, there } = objectIn(manifest.sweep, "sweep");
  let before = 0;
  const points = listIn(there, "sweep.there", DESIGN_LIMITS.points).map((run) => {
    const [first, last] = listIn(run, "sweep.there", 2);
    const from = wholeIn(first, "sweep.there", before + 1, DESIGN_LIMITS.points);
    before = wholeIn(last, "sweep.there", from, DESIGN_LIMITS.points);
    return [from, before] as const;
  });
  return {
    engine: textIn(manifest.engine, "engine"),
    sweepId: textIn(id, "sweep.id", /^[0-9a-f]{64}$/),
    points,
    fails: textIn(manifest.fails, "fails"),
    judged: textIn(manifest.judged, "judged", /^(worlds|means)$/) as DiscoveryTerms["judged"],
    seed: wholeIn(seed, "search.seed", 0, Number.MAX_SAFE_INTEGER),
    peel: shareIn(peel, "search.peel", 0.5),
    leastMass: shareIn(leastMass, "search.leastMass", 1),
  };
}

/** A number above 0 and below `below`. */
function shareIn(value: JsonObject[string] | undefined, where: string, below: number): number {
  const share = numberIn(value, where);
  if (share > 0 && share < below) return share;
  throw badManifest(where);
}
