import type { Declaration } from "../declaration.ts";
import { colour, json } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declarePolicies: Declaration = (program, act) => {
  program
    .command("policies")
    .summary("list the ways of organising work")
    .description(
      "Lists every policy that a scenario can choose; of one, its parameters, source, and JSON to paste.",
    )
    .argument("[name]", "name of a policy or a seam, or both: triage/none")
    .addOption(json())
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim policies
  $ clinicsim policies nurse-first
  $ clinicsim policies triage/none`,
    )
    .action((name: string | undefined, flags: Flags) =>
      act("policies", name === undefined ? [] : [name], flags),
    );
};
