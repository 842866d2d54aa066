import type { Declaration } from "../declaration.ts";
import { colour, json, quiet, set } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareValidate: Declaration = (program, act) => {
  program
    .command("validate")
    .summary("check a scenario without running it")
    .description(
      "Prints a scenario's faults and warnings, its holidays, the load it offers, and what nobody vouches for.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .addOption(set())
    .addOption(json())
    .addOption(quiet())
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim validate scenarios/rheum.json
  $ clinicsim validate scenarios/rheum.json --set staff.rheumatologist.count=3`,
    )
    .action((file: string, flags: Flags) => act("validate", [file], flags));
};
