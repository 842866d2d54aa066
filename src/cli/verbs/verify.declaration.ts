import type { Declaration } from "../declaration.ts";
import { colour, json, quiet } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareVerify: Declaration = (program, act) => {
  program
    .command("verify")
    .summary("check a result by making it again")
    .description(
      "Checks that a result folder is what its manifest says: its files by their hashes, and a sample of what is in them, or all, by making it again. Writes nothing.",
    )
    .argument("<folder>", "folder of a result, of whatever verb")
    .option("--sample <number>", "replications, worlds, points or draws to make again (default: 5)")
    .option("--seed <number>", "choose another sample (default: one that the manifest gives)")
    .option("--all", "make everything again, and compare every byte")
    .option("--anyway", "even with another engine than the one that made it, and say what differs")
    .option("--jobs <number>", "threads at most; never changes a result (default: the cores)")
    .addOption(json())
    .addOption(quiet())
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Exit codes: 0 as it was made · 1 not as it was made · 2 no result, or one of another engine

Examples:
  $ clinicsim verify output/rheumatology-today-0123456789
  $ clinicsim verify output/rheumatology-today-0123456789 --all
  $ clinicsim verify output/rheumatology-today-sweep-0123456789 --sample 20 --json`,
    )
    .action((folder: string, flags: Flags) => act("verify", [folder], flags));
};
