import type { Declaration } from "../declaration.ts";
import { colour, force, json, quiet, repeated, set } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareStress: Declaration = (program, act) => {
  program
    .command("stress")
    .summary("put a plan under stress")
    .description(
      "Puts a scenario under a battery of stresses, each in the same worlds as without it: holidays, absence, surges, an outage; peak backlog, worst promise, evening minutes, days to recover.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .addOption(repeated("--only <stress>", "only this stress; may be repeated", "all"))
    .option(
      "--recover-within <time>",
      "a stress is failed if the backlog takes longer to come back (default: 4 weeks)",
    )
    .option("--seed <number>", "seed of all chance (default: the scenario's)")
    .option(
      "--replications <number>",
      "how many worlds to simulate (default: the scenario's, and up to eight times as many until all can be told)",
    )
    .option("--at-most <number>", "worlds after which what cannot be told is left so")
    .option("--replication <number>", "only this one of them")
    .addOption(set())
    .option("--jobs <number>", "threads at most; never changes a result (default: the cores)")
    .option("--out <folder>", "where the result folder goes", "output")
    .addOption(json())
    .addOption(quiet())
    .addOption(force("run again, and replace what is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim stress scenarios/rheum.json
  $ clinicsim stress scenarios/rheum.json --set staff.triage-nurse.count=2
  $ clinicsim stress scenarios/rheum.json --only "portal outage of a day" --replications 100`,
    )
    .action((file: string, flags: Flags) => act("stress", [file], flags));
};
