import type { Declaration } from "../declaration.ts";
import { colour, force, json, quiet, set } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareDescribe: Declaration = (program, act) => {
  program
    .command("describe")
    .summary("write a report of a scenario or a result")
    .description(
      "Writes a STRESS-DES report: objectives, logic with a diagram, data with sources, experimentation, implementation. What only a human can say is left open, and counted.",
    )
    .argument("<path>", "scenario file, or folder of a result")
    .option("--out <file>", "write it into this Markdown file (default: print it)")
    .option(
      "--evidence <file>",
      "CSV file with id, citation and doi_or_url of sources (default: evidence.csv beside the scenario)",
    )
    .addOption(set())
    .option("--text", "print it for reading in a terminal, not as Markdown")
    .addOption(json())
    .addOption(quiet())
    .addOption(force("replace the file if it is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim describe scenarios/rheum.json
  $ clinicsim describe scenarios/rheum.json --out rheum.md
  $ clinicsim describe output/rheumatology-today-0123456789 --evidence scenarios/evidence.csv --out rheum.md`,
    )
    .action((path: string, flags: Flags) => act("describe", [path], flags));
};
