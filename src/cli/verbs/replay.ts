import { type ReplaySummary, replayDocument, replayJson } from "../../report/index.ts";
import { EXIT } from "../exit-code.ts";
import { extractFlags } from "../extract-flags.ts";
import { loadExtract } from "../load-extract.ts";
import { loadAsked } from "../load-scenario.ts";
import { planReplay } from "../plan-replay.ts";
import type { Verb } from "../program.ts";
import { replayFlags } from "../replay-flags.ts";
import { replayResult } from "../replay-result.ts";
import { reportBeside } from "../report-beside.ts";
import { showDocument } from "../show-document.ts";
import { writeGrade } from "../write-grade.ts";

/** Holds a scenario against a clinic's own message log in a result folder, or finds the result there already, and shows it. */
export const replay: Verb = async ([file = "", ...paths], flags, surroundings) => {
  const asked = replayFlags(flags);
  const reading = extractFlags(flags);
  const { seed } = asked;
  const scenario = await loadAsked(file, flags, seed === undefined ? {} : { seed });
  const extract = await loadExtract(paths, reading, surroundings.streams, {
    timeZone: scenario.clinic.calendar.timeZone,
    ...reading.options,
    keepAtMost: asked.keepAtMost,
  });
  const planned = await planReplay(scenario, extract, asked);
  const { summary, path, known } = await replayResult(planned, asked, surroundings);
  const { stdout } = surroundings.streams;
  if (asked.write) await writeGrade(file, summary);
  if (asked.json) stdout.write(replayJson(summary));
  else if (!asked.quiet) {
    showDocument(replayDocument(summary), flags, surroundings.streams);
    stdout.write(known ? `\nalready in ${path}: nothing was run\n` : `\nwritten to ${path}\n`);
    if (asked.write) stdout.write(`the grade is in ${file}\n`);
  }
  await reportBeside(path, flags, surroundings);
  return exitOf(summary);
};

function exitOf({ report: { grade } }: ReplaySummary) {
  return grade === "A" || grade === "B" ? EXIT.done : EXIT.checkFailed;
}
