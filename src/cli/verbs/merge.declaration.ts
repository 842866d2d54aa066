import type { Declaration } from "../declaration.ts";
import { colour, force, format, json, quiet, report } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareMerge: Declaration = (program, act) => {
  program
    .command("merge")
    .summary("join the shards of a sweep")
    .description("Joins the shards of a sweep to the very result that the whole sweep would have had.")
    .argument("<folders...>", "their folders")
    .option("--out <folder>", "where the result folder goes", "output")
    .addOption(format())
    .addOption(json())
    .addOption(report())
    .addOption(quiet())
    .addOption(force("make the result again, and replace what is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText("after", "\nExample:\n  $ clinicsim merge output/rheumatology-today-sweep-*-of-40")
    .action((folders: string[], flags: Flags) => act("merge", folders, flags));
};
