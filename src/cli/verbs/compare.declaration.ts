import type { Declaration } from "../declaration.ts";
import { headroom, inputUncertainty, repeated, report, result, set, workforce } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareCompare: Declaration = (program, act) => {
  const compare = program
    .command("compare")
    .summary("compare alternatives in the same worlds")
    .description(
      "Compares a scenario's alternatives with it, or several scenarios with the first, in the same worlds: differences, how sure they are, and what to think of them.",
    )
    .argument("<files...>", "one scenario file with alternatives, or several; the first is the base")
    .option(
      "--base <name>",
      "what the others are compared with (default: the scenario as it is, or the first)",
    )
    .addOption(repeated("--only <alternative>", "only this alternative; may be repeated", "all"))
    .addOption(repeated("--primary <response>", "a response that decides; may be repeated", "the scenario's"))
    .addOption(
      repeated(
        "--smallest-difference <response=size>",
        "from when on a difference matters, e.g. cost_per_week=50; may be repeated",
        "the scenario's",
      ),
    )
    .option("--select <response>", "find the best by this response, running on with those that may be it")
    .option("--indifference <size>", "difference not worth telling apart (default: the smallest difference)")
    .option("--probability <p>", "with which the best is found, if it leads by that (default: 0.95)")
    .option(
      "--at-most <number>",
      "replications of an alternative before a search is given up (default: 2000)",
    )
    .option("--seed <number>", "seed of all chance (default: the base's)")
    .option("--replications <number>", "how many worlds to simulate (default: the base's)")
    .option("--replication <number>", "only this one of them")
    .addOption(set())
    .option("--all", "show every response that run shows, not only those that decide")
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim compare scenarios/rheum.json
  $ clinicsim compare scenarios/rheum.json --only "one more nurse" --all
  $ clinicsim compare today.json tomorrow.json --replications 100
  $ clinicsim compare scenarios/rheum.json --primary first_reply_p90_business_h,cost_per_week
  $ clinicsim compare scenarios/rheum.json --select physician_after_hours_min_per_week --indifference "1 min"
  $ clinicsim compare scenarios/rheum.json --input-uncertainty --draws 200`,
    )
    .action((files: string[], flags: Flags) => act("compare", files, flags));

  for (const option of [
    ...inputUncertainty(),
    ...workforce(),
    report(),
    ...headroom(),
    ...result("run again, and replace what is there"),
  ])
    compare.addOption(option);
};
