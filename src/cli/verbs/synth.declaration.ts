import type { Declaration } from "../declaration.ts";
import { force, json, quiet, set } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareSynth: Declaration = (program, act) => {
  program
    .command("synth")
    .summary("write a made-up message log of a scenario")
    .description(
      "Simulates a scenario once and writes it as the extract of a message log that a clinic would export, so that fit and replay can be tried without patients' data.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .option("--out <file>", "the CSV file to write")
    .option("--form <kind>", "a row per message, or per event: messages or events", "messages")
    .option("--from <date>", "first date of messages (default: the measured window's)")
    .option(
      "--to <date>",
      "first date that is left out; nothing after it is known (default: the window's end)",
    )
    .option("--seed <number>", "seed of all chance (default: the scenario's)")
    .option("--replication <number>", "which of the worlds (default: 1)")
    .option("--roster <file>", "write who had time for messages and when, too")
    .option("--visits <file>", "write the visits that go with it, too")
    .option("--calls <file>", "write the telephone calls, too")
    .addOption(set())
    .addOption(json())
    .addOption(quiet())
    .addOption(force("replace files that are there"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim synth scenarios/rheum.json --out extract.csv
  $ clinicsim synth scenarios/rheum.json --out events.csv --form events --from 2026-03-01 --to 2026-06-01`,
    )
    .action((file: string, flags: Flags) => act("synth", [file], flags));
};
