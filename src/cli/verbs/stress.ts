import { stressDocument, stressJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { loadAsked } from "../load-scenario.ts";
import type { Verb } from "../program.ts";
import { showDocument } from "../show-document.ts";
import { stressFlags } from "../stress-flags.ts";
import { stressResult } from "../stress-result.ts";

/** Puts a scenario under stress in a result folder, or finds the result there already, and shows it. */
export const stress: Verb = async ([file = ""], flags, surroundings) => {
  const asked = stressFlags(flags);
  const scenario = await loadAsked(file, flags, asked);
  const { summary, path, known } = await stressResult(scenario, asked, surroundings);
  const { stdout } = surroundings.streams;
  if (asked.json) stdout.write(stressJson(summary));
  else if (!asked.quiet) {
    showDocument(stressDocument(summary), flags, surroundings.streams);
    stdout.write(known ? `\nalready in ${path}: nothing was run\n` : `\nwritten to ${path}\n`);
  }
  return EXIT.done;
};
