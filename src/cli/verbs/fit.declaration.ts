import type { Declaration } from "../declaration.ts";
import { extractOptions, secondFileOptions } from "../extract-options.ts";
import { colour, force, json, quiet, repeated } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareFit: Declaration = (program, act) => {
  const command = program
    .command("fit")
    .summary("write a scenario from a clinic's own message log")
    .description(
      "Learns a clinic from the extract of its message log: how many write what when, who answers, when people work. Writes a commented scenario with an interval for each number that the log told; all others come from the evidence and say so. Nothing that identifies anybody is kept.",
    )
    .argument("<csv...>", "extract of a message log: a row per message, or per event")
    .option("--out <file>", "the scenario file to write")
    .addOption(
      repeated(
        "--patients <number>",
        "patients with a portal account; specialty=number where there are several; may be repeated",
        "guessed from those who wrote",
      ),
    )
    .option(
      "--like <scenario>",
      "take what the log cannot tell from this scenario (default: from the evidence)",
    )
    .option("--name <text>", "the clinic's name (default: the file's)");
  for (const option of [...extractOptions(), ...secondFileOptions()]) command.addOption(option);
  command
    .addOption(json())
    .addOption(quiet())
    .addOption(force("replace the file if it is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim fit extract.csv --time-zone America/Toronto --patients 2256 --out my-clinic.json
  $ clinicsim fit extract.csv --time-zone America/Toronto --visits visits.csv --calls calls.csv --out my-clinic.json
  $ clinicsim fit 2025.csv 2026.csv --map sent=received_at --like scenarios/rheum.json --out my-clinic.json`,
    )
    .action((files: string[], flags: Flags) => act("fit", files, flags));
};
