import { runDocument, summaryJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadAsked } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { runFlags } from "../run-flags.ts";
import { runResult } from "../run-result.ts";
import { showDocument } from "../show-document.ts";

/** Simulates a scenario into a result folder, or finds the result there already, and shows it. */
export const run: Verb = async ([file = ""], flags, surroundings) => {
  const asked = runFlags(flags);
  const { summary, path, known } = await runResult(await loadAsked(file, flags, asked), asked, surroundings);
  const { stdout } = surroundings.streams;
  if (asked.json) stdout.write(summaryJson(summary));
  else if (!asked.quiet) {
    showDocument(runDocument(summary), flags, surroundings.streams);
    stdout.write(known ? `\nalready in ${path}: nothing was run\n` : `\nwritten to ${path}\n`);
  }
  return EXIT.done;
};
