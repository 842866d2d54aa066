import type { Declaration } from "../declaration.ts";
import type { Flags } from "../program.ts";

export const declareSchema: Declaration = (program, act) => {
  program
    .command("schema")
    .summary("print the JSON Schema of scenarios")
    .description("Prints the JSON Schema of scenario files, by which editors complete and check them.")
    .addHelpText("after", "\nExample:\n  $ clinicsim schema > scenario.schema.json")
    .action((flags: Flags) => act("schema", [], flags));
};
