import type { Declaration } from "../declaration.ts";
import { force, quiet } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareInit: Declaration = (program, act) => {
  program
    .command("init")
    .summary("write a scenario to start from")
    .description("Writes a commented scenario to start from.")
    .argument("[file]", "where to write it", "clinic.json")
    .addOption(quiet())
    .addOption(force("replace the file if it is there"))
    .addHelpText("after", "\nExample:\n  $ clinicsim init my-clinic.json")
    .action((file: string, flags: Flags) => act("init", [file], flags));
};
