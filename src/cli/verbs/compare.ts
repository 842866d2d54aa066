import { join } from "node:path";
import { comparisonId, countRuns, plansOf } from "../../experiment/index.ts";
import {
  folderName,
  MANIFEST,
  manifestText,
  PROVENANCE,
  provenanceText,
  ResultFolder,
  version,
} from "../../node/index.ts";
import {
  type ComparisonSummary,
  comparisonDocument,
  comparisonJson,
  readComparisonJson,
} from "../../report/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { createBar } from "../bar.ts";
import { commitResult } from "../commit-result.ts";
import { type CompareFlags, compareFlags } from "../compare-flags.ts";
import { EXIT } from "../exit-code.ts";
import { runUncertain } from "../input-uncertainty.ts";
import { knownResult } from "../known-result.ts";
import { loadAlternatives } from "../load-alternatives.ts";
import { type PlannedComparison, planComparison } from "../plan-comparison.ts";
import type { Surroundings, Verb } from "../program.ts";
import { workforceOf } from "../queue-flag.ts";
import { reportBeside } from "../report-beside.ts";
import { showDocument } from "../show-document.ts";
import { COMPARISON_SUMMARY, writeComparison } from "../write-comparison.ts";

/** Runs alternatives in the same worlds into a result folder, or finds the result there already, and shows it. */
export const compare: Verb = async (files, flags, surroundings) => {
  const asked = compareFlags(flags, surroundings.streams.env);
  const loaded = await loadAlternatives(files, flags, asked);
  const planned = await planComparison(loaded, asked);
  const base = loaded.alternatives[0]!.scenario;
  if (asked.uncertainty !== undefined) {
    const { engine, seed, alternatives, primary, smallestDifferences } = planned.plan;
    const scenarios = loaded.alternatives.map(({ scenario }) => scenario);
    const title = `compare ${base.clinic.name}`;
    return runUncertain(
      { title, engine, seed, alternatives, primary, smallestDifferences, scenarios, models: planned.models },
      { ...asked, uncertainty: asked.uncertainty },
      flags,
      surroundings,
    );
  }
  const name = folderName(`compare ${base.clinic.name}`, comparisonId(planned.plan));
  const path = join(asked.out, name);
  const known = asked.force
    ? undefined
    : await knownResult(path, planned.plan, COMPARISON_SUMMARY, readComparisonJson);
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
  asked: CompareFlags,
  surroundings: Surroundings,
): Promise<ComparisonSummary> {
  const started = new Date();
  const { jobs, queue, out, force, quiet } = asked;
  const { argv, streams } = surroundings;
  const { signal, stderr } = streams;
  const { executor, note } = await workforceOf(asked, surroundings);
  const folder = await ResultFolder.create(out, name);
  const runs = countRuns(plansOf(plan));
  const bar = await createBar(quiet ? { write() {} } : stderr, runs);
  let [done, all] = [0, runs];
  const arrived = () => {
    done += 1;
    bar.update(done, all, () => `replications of ${plan.alternatives.length} alternatives${note()}`);
  };
  try {
    const summary = await writeComparison({ plan, models, base }, executor, folder, {
      signal,
      arrived,
      growing: (count) => {
        all += count;
      },
    });
    await folder.write(MANIFEST, manifestText(plan, await folder.finishSheets(), version));
    await folder.write(PROVENANCE, provenanceText(started, new Date(), argv, queue ?? jobs));
    await commitResult(
      folder,
      force,
      async () =>
        (await knownResult(folder.path, plan, COMPARISON_SUMMARY, readComparisonJson)) !== undefined,
    );
    return summary;
  } finally {
    bar.stop();
    await folder.discard();
  }
}
