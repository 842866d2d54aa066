import { compile } from "../../model/index.ts";
import { engineId } from "../../node/index.ts";
import { runDocument, summaryJson } from "../../report/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { EXIT } from "../exit-code.ts";
import { runUncertain, type UncertainRun } from "../input-uncertainty.ts";
import { loadAsked } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { reportBeside } from "../report-beside.ts";
import { resolveClock } from "../resolve-clock.ts";
import { runFlags } from "../run-flags.ts";
import { runResult } from "../run-result.ts";
import { showDocument } from "../show-document.ts";

/** Simulates a scenario into a result folder, or finds the result there already, and shows it. */
export const run: Verb = async ([file = ""], flags, surroundings) => {
  const asked = runFlags(flags, surroundings.streams.env);
  const scenario = await loadAsked(file, flags, asked);
  const { uncertainty } = asked;
  if (uncertainty !== undefined) {
    return runUncertain(await uncertainRun(scenario), { ...asked, uncertainty }, flags, surroundings);
  }
  const { summary, path, known } = await runResult(scenario, asked, surroundings);
  const { stdout } = surroundings.streams;
  if (asked.json) stdout.write(summaryJson(summary));
  else if (!asked.quiet) {
    showDocument(runDocument(summary), flags, surroundings.streams);
    stdout.write(known ? `\nalready in ${path}: nothing was run\n` : `\nwritten to ${path}\n`);
  }
  await reportBeside(path, flags, surroundings);
  return EXIT.done;
};

/** The scenario by itself, over what its inputs may be. */
async function uncertainRun(scenario: Scenario): Promise<UncertainRun> {
  const { clinic, canonicalText } = scenario;
  const offsets = await resolveClock(clinic);
  return {
    title: clinic.name,
    engine: engineId(),
    seed: clinic.run.seed,
    alternatives: [{ name: clinic.name, scenario: canonicalText, offsets }],
    primary: [],
    smallestDifferences: {},
    scenarios: [scenario],
    models: [compile(clinic, offsets.changes)],
  };
}
