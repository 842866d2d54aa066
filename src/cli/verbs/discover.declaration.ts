import type { Declaration } from "../declaration.ts";
import { result } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareDiscover: Declaration = (program, act) => {
  const discover = program
    .command("discover")
    .summary("find when it fails, over a sweep")
    .description(
      "Finds the part of a sweep's settings in which the clinic fails, and says it as a rule: fails when this is above so much and that is such.",
    )
    .argument("<folder>", "folder of a sweep, finished or not")
    .option(
      "--fails <condition>",
      "what failing is: comparisons of responses joined by and, or (default: a promise is kept for less than its target)",
    )
    .option(
      "--judge <what>",
      "what fails or not: worlds, each replication by itself, or means, of a point's replications",
      "worlds",
    )
    .option("--peel <share>", "part of a box that one step takes off (default: 0.05)")
    .option("--least <share>", "least part of the points that a rule may be about (default: 0.05)")
    .option("--seed <number>", "seed of the checks (default: the sweep's)")
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim discover output/rheumatology-today-sweep-0123456789
  $ clinicsim discover output/rheumatology-today-sweep-0123456789 \\
      --fails "promise_reply_in_two_business_days_share < 0.85 or first_reply_p90_business_h > 30"
  $ clinicsim discover output/rheumatology-today-sweep-0123456789 --judge means \\
      --fails "promise_reply_in_two_business_days_month_risk > 0.05"`,
    )
    .action((folder: string, flags: Flags) => act("discover", [folder], flags));

  for (const option of result("search again, and replace what is there")) discover.addOption(option);
};
