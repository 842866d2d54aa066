import type { Declaration } from "../declaration.ts";
import { format, report, result } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareMerge: Declaration = (program, act) => {
  const merge = program
    .command("merge")
    .summary("join the shards of a sweep")
    .description("Joins the shards of a sweep to the very result that the whole sweep would have had.")
    .argument("<folders...>", "their folders")
    .addHelpText("after", "\nExample:\n  $ clinicsim merge output/rheumatology-today-sweep-*-of-40")
    .action((folders: string[], flags: Flags) => act("merge", folders, flags));

  for (const option of [format(), report(), ...result("make the result again, and replace what is there")])
    merge.addOption(option);
};
