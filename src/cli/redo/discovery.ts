import { basename, join } from "node:path";
import type { DiscoveryTerms } from "../../experiment/index.ts";
import {
  badManifest,
  discoveryTermsOf,
  filesOfDiscoveryManifest,
  type Journal,
  journalOfSweep,
} from "../../node/index.ts";
import { discoveryOf, writeDiscovery } from "../write-discovery.ts";
import type { ResultKind } from "./redo.ts";

/** Discoveries: searched again in the points of their sweep, which is to stand beside them. */
export const discoveryKind: ResultKind = {
  format: "clinicsim/discovery/1",
  isOf: () => true,
  async open({ folder, manifest: { text, manifest, engine: own }, engine }) {
    const { sweepId, ...told } = discoveryTermsOf(manifest);
    const short = sweepId.slice(0, 10);
    const found = await journalOfSweep(folder, sweepId);
    const why = await lacking(found?.journal, told);
    if (found === undefined || why !== undefined) {
      await found?.journal.close();
      return {
        title: `discovery in the sweep ${short}`,
        why: `${why}: nothing was searched again. Put the folder of that sweep, with its journal, beside this one`,
      };
    }
    const { journal } = found;
    const terms: DiscoveryTerms = { ...told, sweep: journal.header.terms };
    if (own === engine && filesOfDiscoveryManifest(text, terms) === undefined) {
      await journal.close();
      throw badManifest("the whole file");
    }
    const beside = join(folder, "..", basename(found.folder));
    return {
      title: `discovery in the sweep ${short}`,
      unit: "search",
      units: 1,
      note: `searched in the points that the journal in ${beside} has: whether those are right, clinicsim verify ${beside} says`,
      all: async ({ sink }) => {
        try {
          await writeDiscovery(await discoveryOf(journal, terms), sink);
        } finally {
          await journal.close();
        }
      },
    };
  },
};

async function lacking(
  journal: Journal | undefined,
  { points }: Pick<DiscoveryTerms, "points">,
): Promise<string | undefined> {
  if (journal === undefined) return "its sweep is not beside it";
  const { points: size } = journal.header.terms;
  for (const [from, to] of points) {
    for (let point = from; point <= to; point++) {
      if (point > size || !journal.has(point)) return `the journal of its sweep lacks point ${point}`;
    }
  }
  return undefined;
}
