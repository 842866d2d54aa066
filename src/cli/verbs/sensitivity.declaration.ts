import type { Declaration } from "../declaration.ts";
import { format, repeated, report, result, set, workforce } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareSensitivity: Declaration = (program, act) => {
  const sensitivity = program
    .command("sensitivity")
    .summary("which unknown numbers matter most")
    .description(
      "Moves a scenario's numbers within the ranges of its evidence ledger, and ranks them by what they do: what is worth measuring first. Stopped at any time, the same command goes on where it was.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .option(
      "--method <kind>",
      "tornado (each input alone), morris (a screening), or sobol (shares of variance)",
      "tornado",
    )
    .addOption(
      repeated(
        "--factor <path=range>",
        "an input and its range instead of the ledger's: path=low:high with a unit behind, or a choice path=a,b,c; may be repeated",
        "the ledger's ranges",
      ),
    )
    .addOption(
      repeated(
        "--only <path>",
        "only ranges of the ledger under this path, a * standing for any name; may be repeated",
        "all but promises and numbers of people",
      ),
    )
    .addOption(
      repeated("--except <path>", "no ranges of the ledger under this path; may be repeated", "none"),
    )
    .addOption(
      repeated(
        "--response <name>",
        "what should not move; may be repeated",
        "promises, use of hours, after hours",
      ),
    )
    .option("--points <number>", "trajectories of morris (default: 10), rows of sobol (default: 128)")
    .option("--replications <number>", "worlds at every point (default: 10 with tornado, else 2)")
    .option("--seed <number>", "seed of all chance (default: the scenario's)")
    .option("--design-seed <number>", "seed of the choice of points (default: the seed of the runs)")
    .addOption(set())
    .addHelpText(
      "after",
      `
Points: a tornado has two for each input and one more; morris, for each trajectory, one more than there are inputs; sobol, for each row, two more.

Examples:
  $ clinicsim sensitivity scenarios/rheum.json --report
  $ clinicsim sensitivity scenarios/rheum.json --method morris --points 20
  $ clinicsim sensitivity scenarios/rheum.json --method sobol --points 256 \\
      --only specialties.rheumatology.demand.volume --only "specialties.rheumatology.otherWork.phone calls"
  $ clinicsim sensitivity scenarios/rheum.json --response cost_per_week \\
      --factor staff.rheumatologist.evenings.0.probability=0:1 --factor policies.routing.type=own-physician,rotating-physician`,
    )
    .action((file: string, flags: Flags) => act("sensitivity", [file], flags));

  for (const option of [
    ...workforce(),
    format(),
    report(),
    ...result("compute every point again, and replace what is there"),
  ])
    sensitivity.addOption(option);
};
