import type { Declaration } from "../declaration.ts";
import { colour, json, set } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareResponses: Declaration = (program, act) => {
  program
    .command("responses")
    .summary("list what a run is asked for")
    .description("Lists the responses of a scenario: name, unit, what it is, and how it is computed.")
    .argument("[file]", "scenario file (default: the one that init writes)")
    .addOption(set())
    .addOption(json())
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim responses
  $ clinicsim responses scenarios/rheum.json --json | jq -r '.responses[].response'`,
    )
    .action((file: string | undefined, flags: Flags) =>
      act("responses", file === undefined ? [] : [file], flags),
    );
};
