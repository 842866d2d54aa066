import type { Declaration } from "../declaration.ts";
import { colour, headroom, quiet } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareReport: Declaration = (program, act) => {
  const report = program
    .command("report")
    .summary("write a page about a result")
    .description(
      "Writes one HTML page about a run, a comparison, a sweep, a sensitivity analysis, a battery of stresses, a replay or a staffing question, from its folder alone: the answer, pictures, what it assumes. It needs no network and can be printed.",
    )
    .argument("<folder>", "folder of a result")
    .option("--format <kind>", "html, markdown, csv, or text to print it here", "html")
    .option("--figures", "write every picture as an SVG file too, into figures/ in the folder")
    .option("--jobs <number>", "threads at most, for that; never changes a result (default: the cores)")
    .addOption(quiet())
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim report output/rheumatology-today-1a2b3c4d5e
  $ clinicsim report output/compare-rheumatology-today-1a2b3c4d5e --figures
  $ clinicsim report output/compare-rheumatology-today-1a2b3c4d5e --headroom
  $ clinicsim report output/rheumatology-today-1a2b3c4d5e --format markdown

run, compare, sweep and sensitivity write the page at once with --report.`,
    )
    .action((folder: string, flags: Flags) => act("report", [folder], flags));

  for (const option of headroom("")) report.addOption(option);
};
