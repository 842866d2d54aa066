import { join } from "node:path";
import {
  type DiscoverOptions,
  type DiscoveryTerms,
  discoveryId,
  FEWEST_POINTS,
  type Judged,
  parseCondition,
  promisesBroken,
} from "../../experiment/index.ts";
import {
  discoveryManifestText,
  engineId,
  findDiscovery,
  folderName,
  type Journal,
  MANIFEST,
  provenanceText,
  ResultFolder,
  readJournal,
  version,
} from "../../node/index.ts";
import {
  type DiscoverySummary,
  discoveryDocument,
  discoveryJson,
  readDiscoveryJson,
} from "../../report/index.ts";
import { responsesOf } from "../all-responses.ts";
import { EXIT } from "../exit-code.ts";
import { flagFaults } from "../flag-faults.ts";
import { knownFile } from "../known-result.ts";
import type { Flags, Surroundings, Verb } from "../program.ts";
import { showDocument } from "../show-document.ts";
import {
  DISCOVERY_SUMMARY,
  discoveryOf,
  refusedDiscovery as refused,
  writeDiscovery,
} from "../write-discovery.ts";

interface DiscoverFlags extends Pick<DiscoverOptions, "peel" | "leastMass"> {
  readonly fails?: string;
  readonly judged: Judged;
  readonly seed?: number;
  readonly out: string;
}

/** Finds when the points of a sweep fail, and writes it into a result folder; or finds the result there already, and shows it. */
export const discover: Verb = async ([sweep = ""], flags, surroundings) => {
  const asked = discoverFlags(flags);
  const journal = await readJournal(sweep);
  try {
    const terms = termsOf(journal, asked);
    const { name } = JSON.parse(terms.sweep.scenario) as { readonly name: string };
    const folder = folderName(name, discoveryId(terms), "discovery");
    const path = join(asked.out, folder);
    const read = async () =>
      knownFile(path, await findDiscovery(path, terms), DISCOVERY_SUMMARY, readDiscoveryJson);
    const known = flags.force === true ? undefined : await read();
    const summary = known ?? (await search(journal, terms, folder, asked.out, flags, surroundings));

    const { stdout } = surroundings.streams;
    if (flags.json === true) stdout.write(discoveryJson(summary));
    else if (flags.quiet !== true) {
      showDocument(discoveryDocument(summary), flags, surroundings.streams);
      stdout.write(
        known === undefined ? `\nwritten to ${path}\n` : `\nalready in ${path}: nothing was searched\n`,
      );
    }
    return EXIT.done;
  } finally {
    await journal.close();
  }
};

function discoverFlags(flags: Flags): DiscoverFlags {
  const { refuse, whole, share, text, out: folder, finish } = flagFaults(flags);
  const fails = text("--fails");
  const judged = text("--judge");
  if (judged !== "worlds" && judged !== "means") {
    refuse("--judge", `must be worlds or means, not "${judged}"`, "worlds fail one by one, means as a point");
  }
  const seed = whole("--seed", 0, Number.MAX_SAFE_INTEGER);
  const peel = share("--peel", 0, 0.5) ?? 0.05;
  const leastMass = share("--least", 0, 1) ?? 0.05;
  const out = folder();
  finish();
  return {
    ...(fails === undefined ? {} : { fails }),
    judged: judged === "means" ? "means" : "worlds",
    ...(seed === undefined ? {} : { seed }),
    peel,
    leastMass,
    out,
  };
}

/** Throws InputError for a condition that cannot be read, or points that are too few. */
function termsOf(journal: Journal, { fails, judged, seed, peel, leastMass }: DiscoverFlags): DiscoveryTerms {
  const sweep = journal.header.terms;
  const { run } = JSON.parse(sweep.scenario) as { readonly run: { readonly seed: number } };
  if (journal.count < FEWEST_POINTS) {
    throw refused(
      "few-points",
      "",
      `${journal.count} points are too few to find a rule in`,
      `sweep at least ${FEWEST_POINTS}, better 100 and more: --lhs 100 of clinicsim sweep spreads them well`,
    );
  }
  const asked = fails ?? promisesBroken(sweep);
  if (asked === undefined) {
    throw refused(
      "bad-condition",
      "--fails",
      "is needed: there is no promise to go by, or the sweep varies promises",
      'say when it fails, as in --fails "first_reply_p90_business_h > 30"',
    );
  }
  const names = responsesOf(journal).map(({ name }) => name);
  const { text } = parseCondition(asked, names);
  const points: [number, number][] = [];
  for (let point = 1; point <= sweep.points; point++) {
    if (!journal.has(point)) continue;
    const last = points.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else points.push([point, point]);
  }
  return { engine: engineId(), sweep, points, fails: text, judged, seed: seed ?? run.seed, peel, leastMass };
}

async function search(
  journal: Journal,
  terms: DiscoveryTerms,
  name: string,
  out: string,
  flags: Flags,
  { argv }: Surroundings,
): Promise<DiscoverySummary> {
  const started = new Date();
  const found = await discoveryOf(journal, terms);
  const folder = await ResultFolder.create(out, name);
  try {
    await writeDiscovery(found, folder);
    await folder.write(MANIFEST, discoveryManifestText(terms, await folder.finishSheets(), version));
    await folder.write("provenance.json", provenanceText(started, new Date(), argv, 1));
    await folder.commit(flags.force === true);
    return found.summary;
  } finally {
    await folder.discard();
  }
}
