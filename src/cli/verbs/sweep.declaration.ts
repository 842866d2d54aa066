import type { Declaration } from "../declaration.ts";
import { format, repeated, report, result, set, workforce } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareSweep: Declaration = (program, act) => {
  const sweep = program
    .command("sweep")
    .summary("simulate a scenario at many settings")
    .description(
      "Simulates a scenario at every point of a design, and writes tidy files into a folder. Stopped at any time, the same command goes on where it was.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .addOption(
      repeated(
        "--vary <path=values>",
        "vary a place: path=1..5, path=0.8:2:0.2, path=a,b,c, each with a unit behind it if it has one; may be repeated",
        "nothing",
      ),
    )
    .addOption(
      repeated(
        "--derive <path=expression>",
        'compute a place from others at every point, e.g. staff.b.count="2 * staff.a.count"; may be repeated',
        "nothing",
      ),
    )
    .option("--lhs <points>", "so many points of a Latin hypercube, instead of all combinations")
    .option("--sobol <points>", "so many Sobol' points, instead of all combinations")
    .option("--design-seed <number>", "seed of that choice of points (default: the seed of the runs)")
    .option("--design <file>", "CSV file of points: its first line has paths, each other line a point")
    .option("--seed <number>", "seed of all chance, at every point (default: the scenario's)")
    .option("--replications <number>", "how many worlds to simulate at every point (default: the scenario's)")
    .addOption(set())
    .option("--shard <k/n>", "only the k-th of n parts, for clinicsim merge to join")
    .option("--resume", "go on with a sweep that was stopped, and begin none")
    .addHelpText(
      "after",
      `
Values of --vary:
  1..5                                     whole numbers
  0.8:2:0.2                                numbers from, to and by
  0.8:2                                    any number between, for --lhs and --sobol
  own-physician,rotating-physician         a list
  10,20 per 100 portal patients per month  one unit, behind the last number
  '"Tue,Thu 13:00-15:00","Mon 09:00-12:00"'  texts with commas, in double quotes
  '[{"type":"own-physician"},…]'           a JSON list

Examples:
  $ clinicsim sweep scenarios/rheum.json --vary staff.triage-nurse.count=1..3
  $ clinicsim sweep scenarios/rheum.json --vary policies.routing.type=own-physician,rotating-physician \\
      --vary "specialties.rheumatology.demand.volume=15:25:5 per 100 portal patients per month"
  $ clinicsim sweep scenarios/rheum.json --lhs 200 --replications 5 --format parquet \\
      --vary specialties.rheumatology.patients=3000..6000 --vary staff.rheumatologist.evenings.probability=0:1
  $ clinicsim sweep scenarios/rheum.json --design points.csv --shard 3/40
  $ clinicsim sweep scenarios/rheum.json --design points.csv --queue redis://queue.example.org

One replication of one point alone:
  $ clinicsim run scenarios/rheum.json --set staff.triage-nurse.count=2 --replication 17`,
    )
    .action((file: string, flags: Flags) => act("sweep", [file], flags));

  for (const option of [
    ...workforce(),
    format(),
    report(),
    ...result("compute every point again, and replace what is there"),
  ])
    sweep.addOption(option);
};
