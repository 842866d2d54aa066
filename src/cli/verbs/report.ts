import { didYouMean } from "../../scenario/index.ts";
import { EXIT } from "../exit-code.ts";
import { flagFaults } from "../flag-faults.ts";
import type { Verb } from "../program.ts";
import { ofResult, readResultPage } from "../read-result.ts";
import { findHeadroomBeside } from "../report-beside.ts";
import { showDocument } from "../show-document.ts";
import { REPORT_FORMATS, type ReportFormat, writeFigures, writeReport } from "../write-report.ts";

/** Writes a page about a result into its folder. */
export const report: Verb = async ([folder = ""], flags, surroundings) => {
  const { streams } = surroundings;
  const { refuse, text, threads, finish } = flagFaults(flags);
  const format = text("--format") ?? "html";
  const known = [...REPORT_FORMATS, "text"];
  if (!known.includes(format))
    refuse("--format", `must be ${known.join(", ")}, not "${format}"`, didYouMean(format, known));
  const jobs = threads();
  finish();
  const { stdout } = streams;
  const written: string[] = [];
  await ofResult(folder, async () => {
    await findHeadroomBeside(folder, jobs, flags, surroundings);
    const document = await readResultPage(folder);
    if (format === "text") showDocument(document, flags, streams);
    else written.push(await writeReport(folder, document, format as ReportFormat));
    if (flags.figures === true) written.push(...(await writeFigures(folder, document)));
  });
  if (flags.quiet !== true) for (const path of written) stdout.write(`written to ${path}\n`);
  return EXIT.done;
};
