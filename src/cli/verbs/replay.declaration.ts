import type { Declaration } from "../declaration.ts";
import { extractOptions } from "../extract-options.ts";
import { colour, force, json, quiet, report, set } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareReplay: Declaration = (program, act) => {
  const command = program
    .command("replay")
    .summary("hold a scenario against a clinic's own message log")
    .description(
      "Lets the recorded messages of a clinic through a scenario's model and holds its replies against those on record: by topic, weekday and week, backlog, people. Grades how far the model may be believed, and says what to mend first.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .argument("<csv...>", "extract of the message log: a row per message, or per event")
    .option("--split <date>", "judge by messages sent from this date on (default: the last third)")
    .option("--replications <number>", "how many worlds to simulate (default: 60)")
    .option("--seed <number>", "seed of all chance (default: the scenario's)")
    .option("--keep-at-most <number>", "messages that are kept in memory (default: 1000000)")
    .option("--write", "write the grade into the scenario file, so that every later report says it");
  for (const option of extractOptions()) command.addOption(option);
  command
    .addOption(set())
    .option("--jobs <number>", "threads at most; never changes a result (default: the cores)")
    .option("--out <folder>", "where the result folder goes", "output")
    .addOption(report())
    .addOption(json())
    .addOption(quiet())
    .addOption(force("replay again, and replace what is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim replay my-clinic.json extract.csv --time-zone America/Toronto
  $ clinicsim replay my-clinic.json extract.csv --split 2026-07-01 --write --report

Exit codes: 0 graded A or B · 1 graded C or D · 2 your input cannot be used · 3 a bug of ours`,
    )
    .action((file: string, files: string[], flags: Flags) => act("replay", [file, ...files], flags));
};
