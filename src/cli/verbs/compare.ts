import { join } from "node:path";
import { compare as compareAlternatives, comparisonId } from "../../experiment/index.ts";
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
  readComparisonJson,
  summariseComparison,
} from "../../report/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { createBar } from "../bar.ts";
import { commitResult } from "../commit-result.ts";
import { type CompareFlags, compareFlags } from "../compare-flags.ts";
import { EXIT } from "../exit-code.ts";
import { knownResult } from "../known-result.ts";
import { loadAlternatives } from "../load-alternatives.ts";
import { type PlannedComparison, planComparison } from "../plan-comparison.ts";
import type { Surroundings, Verb } from "../program.ts";
import { showDocument } from "../show-document.ts";

const SUMMARY = "comparison.json";

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
  const write = (alternative: number, results: readonly ReplicationResult[]) =>
    folder.append(
      alternativeReplicationsSheet(
        columns,
        plan.alternatives[alternative]!.name,
        definitions[alternative]!,
        results,
      ),
    );
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
    await folder.write(MANIFEST, manifestText(plan, await folder.finishSheets(), version));
    await folder.write("provenance.json", provenanceText(started, new Date(), argv, jobs));
    await commitResult(
      folder,
      force,
      async () => (await knownResult(folder.path, plan, SUMMARY, readComparisonJson)) !== undefined,
    );
    return summary;
  } finally {
    bar.stop();
    await folder.discard();
  }
}
