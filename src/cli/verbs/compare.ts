import { join } from "node:path";
import { compare as compareAlternatives, comparisonId, patternsOf } from "../../experiment/index.ts";
import { type ReplicationResult, responseDefinitions } from "../../model/index.ts";
import {
  createLocalExecutor,
  folderName,
  MANIFEST,
  manifestText,
  provenanceText,
  ResultFolder,
  version,
} from "../../node/index.ts";
import {
  alternativeReplicationsSheet,
  alternativesColumns,
  type ComparisonSummary,
  comparisonDocument,
  comparisonJson,
  comparisonSheet,
  type NamedPatterns,
  patternsJson,
  readComparisonJson,
  summariseComparison,
} from "../../report/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { createBar } from "../bar.ts";
import { type CompareFlags, compareFlags } from "../compare-flags.ts";
import { EXIT } from "../exit-code.ts";
import { knownResult } from "../known-result.ts";
import { loadAlternatives } from "../load-alternatives.ts";
import { type PlannedComparison, planComparison } from "../plan-comparison.ts";
import type { Surroundings, Verb } from "../program.ts";
import { reportBeside } from "../report-beside.ts";
import { showDocument } from "../show-document.ts";

const SUMMARY = "comparison.json";
const PATTERNS = "patterns.json";

/** Runs alternatives in the same worlds into a result folder, or finds the result there already, and shows it. */
export const compare: Verb = async (files, flags, surroundings) => {
  const asked = compareFlags(flags);
  const loaded = await loadAlternatives(files, flags, asked);
  const planned = await planComparison(loaded, asked);
  const base = loaded.alternatives[0]!.scenario;
  const name = folderName(`compare ${base.clinic.name}`, comparisonId(planned.plan));
  const path = join(asked.out, name);
  const known = asked.force ? undefined : await knownResult(path, planned.plan, SUMMARY, readComparisonJson);
  const summary = known ?? (await simulate(base, planned, name, asked, surroundings));

  const { stdout } = surroundings.streams;
  if (asked.json) stdout.write(comparisonJson(summary));
  else if (!asked.quiet) {
    showDocument(comparisonDocument(summary, { all: asked.all }), flags, surroundings.streams);
    stdout.write(known === undefined ? `\nwritten to ${path}\n` : `\nalready in ${path}: nothing was run\n`);
  }
  await reportBeside(path, flags, surroundings);
  return EXIT.done;
};

async function simulate(
  base: Scenario,
  { plan, models }: PlannedComparison,
  name: string,
  { jobs, out, force, quiet }: CompareFlags,
  { argv, streams, outfit }: Surroundings,
): Promise<ComparisonSummary> {
  const started = new Date();
  const { signal, stderr } = streams;
  const definitions = models.map(responseDefinitions);
  const columns = alternativesColumns(definitions);
  const executor = await (outfit.createExecutor ?? createLocalExecutor)({ jobs });
  const folder = await ResultFolder.create(out, name);
  const runs = plan.alternatives.length * plan.replications.length;
  const bar = await createBar(quiet ? { write() {} } : stderr, runs);
  let [done, all] = [0, runs];
  const arrived = () => {
    done += 1;
    bar.update(done, all, () => `replications of ${plan.alternatives.length} alternatives`);
  };
  const patterns: NamedPatterns[] = [];
  const write = (alternative: number, results: readonly ReplicationResult[]) => {
    const { name: own } = plan.alternatives[alternative]!;
    // Those of the plan come first, in the order of the alternatives; further ones of a selection are not of the same worlds.
    if (patterns.length === alternative) {
      patterns.push({ name: own, patterns: patternsOf(models[alternative]!, results) });
    }
    return folder.append(alternativeReplicationsSheet(columns, own, definitions[alternative]!, results));
  };
  try {
    const comparison = await compareAlternatives(plan, models, executor, {
      signal,
      arrived,
      growing: (count) => {
        all += count;
      },
      results: write,
    });
    const summary = summariseComparison(base, models[0]!, plan.seed, comparison);
    await folder.append(comparisonSheet(comparison));
    await folder.write(SUMMARY, comparisonJson(summary));
    await folder.write(PATTERNS, patternsJson(patterns));
    await folder.write(MANIFEST, manifestText(plan, await folder.finishSheets(), version));
    await folder.write("provenance.json", provenanceText(started, new Date(), argv, jobs));
    await folder.commit(force).catch(async (error: NodeJS.ErrnoException) => {
      // Somebody else may have run the same meanwhile.
      const isTaken = error.code === "ENOTEMPTY" || error.code === "EEXIST";
      if (!isTaken || (await knownResult(folder.path, plan, SUMMARY, readComparisonJson)) === undefined) {
        throw error;
      }
    });
    return summary;
  } finally {
    bar.stop();
    await folder.discard();
  }
}
