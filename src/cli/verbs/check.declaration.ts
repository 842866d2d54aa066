import type { Declaration } from "../declaration.ts";
import { force, json, quiet, set, until } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareCheck: Declaration = (program, act) => {
  program
    .command("check")
    .summary("say whether the promises are kept")
    .description(
      "Says whether the risk that a month falls below a promise's target is within its limit, from the very result that run has; ends with 1 where it surely is not, and under --strict also where one cannot tell.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .option(
      "--max-breach <share>",
      "risk that is allowed of a month below the target, e.g. 5% (default: each promise's own)",
    )
    .option("--stress", "check too whether the plan stands the battery of stress")
    .option(
      "--recover-within <time>",
      "with --stress: failed if the backlog takes longer to come back (default: 4 weeks)",
    )
    .option("--strict", "what cannot be told counts as failed")
    .option("--seed <number>", "seed of all chance (default: the scenario's)")
    .option("--replications <number>", "how many worlds to simulate (default: the scenario's)")
    .addOption(until())
    .option(
      "--at-least <number>",
      "with --until: replications before which nothing is believed (default: 10)",
    )
    .option("--at-most <number>", "with --until: replications after which to give up (default: 1000)")
    .addOption(set())
    .option("--jobs <number>", "threads at most; never changes a result (default: the cores)")
    .option("--out <folder>", "where the result folders go", "output")
    .addOption(json())
    .addOption(quiet())
    .addOption(force("run again, and replace what is there"))
    .addHelpText(
      "after",
      `
A risk exceeds its limit if the whole of its interval does, and is within if the whole of it is.
In between, whichever side the estimate is on, the check says "cannot tell" and ends with 0, or with 1
under --strict; it says how many replications would tell, unless no month or every month fell short,
which gives nothing to reckon that from.

Examples:
  $ clinicsim check scenarios/rheum.json
  $ clinicsim check scenarios/rheum.json --max-breach 5% --json
  $ clinicsim check scenarios/rheum.json --strict --until promise_reply_in_two_business_days_month_risk=2pp
  $ clinicsim check scenarios/rheum.json --stress --quiet || echo "the promises do not hold"`,
    )
    .action((file: string, flags: Flags) => act("check", [file], flags));
};
