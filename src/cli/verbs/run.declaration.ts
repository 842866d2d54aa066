import type { Declaration } from "../declaration.ts";
import { headroom, inputUncertainty, report, result, set, until, workforce } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareRun: Declaration = (program, act) => {
  const run = program
    .command("run")
    .summary("simulate a scenario")
    .description("Simulates a scenario, prints what a planner needs, and writes tidy files into a folder.")
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .option("--seed <number>", "seed of all chance (default: the scenario's)")
    .option("--replications <number>", "how many worlds to simulate (default: the scenario's)")
    .option("--replication <number>", "only this one of them")
    .addOption(until())
    .option(
      "--at-least <number>",
      "with --until: replications before which nothing is believed (default: 10)",
    )
    .option("--at-most <number>", "with --until: replications after which to give up (default: 1000)")
    .addOption(set())
    .option("--keep <detail>", "responses, or full: every message, call and stretch of work too", "responses")
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim run scenarios/rheum.json
  $ clinicsim run scenarios/rheum.json --set staff.triage-nurse.count=2
  $ clinicsim run scenarios/rheum.json --replications 100 --json | jq '.responses[0]'
  $ clinicsim run scenarios/rheum.json --until first_reply_p90_business_h=5%
  $ clinicsim run scenarios/rheum.json --until first_reply_p90_business_h=1h \\
      --until share_in_time=1pp --at-most 500
  $ clinicsim run scenarios/rheum.json --replication 17 --keep full
  $ clinicsim run scenarios/rheum.json --input-uncertainty`,
    )
    .action((file: string, flags: Flags) => act("run", [file], flags));

  for (const option of [
    ...inputUncertainty(),
    ...workforce(),
    report(),
    ...headroom(),
    ...result("run again, and replace what is there"),
  ])
    run.addOption(option);
};
