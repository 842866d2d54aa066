import type { Declaration } from "../declaration.ts";
import { force, json, quiet, set, until } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareCheck: Declaration = (program, act) => {
  program
    .command("check")
    .summary("say whether the promises are kept")
    .description(
      "Says whether the risk that a month falls below a promise's target is within its limit, from the very result that run has, and how sure that is; ends with 1 where the risk exceeds the limit.",
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
    .option("--strict", "what is not surely within its limit counts as failed")
    .option("--lenient", "only what surely exceeds its limit counts as failed")
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
A risk exceeds its limit if its estimate does: the check then ends with 1. It is sure of that if the
whole interval lies on the same side of the limit. Where it is not, it says so, and how many
replications would do, unless no month or every month fell short, which gives nothing to reckon that
from. --strict is for those who have to show that the risk is within its limit, --lenient for those
who want no alarm that chance may have raised. A stress is failed only if it surely is; one that
cannot be told is failed under --strict.

Examples:
  $ clinicsim check scenarios/rheum.json
  $ clinicsim check scenarios/rheum.json --max-breach 5% --json
  $ clinicsim check scenarios/rheum.json --max-breach 5% --lenient
  $ clinicsim check scenarios/rheum.json --strict --until promise_reply_in_two_business_days_month_risk=2pp
  $ clinicsim check scenarios/rheum.json --stress --quiet || echo "the promises do not hold"`,
    )
    .action((file: string, flags: Flags) => act("check", [file], flags));
};
