import type { Declaration } from "../declaration.ts";
import { colour, force, json, quiet, repeated, set } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareStaff: Declaration = (program, act) => {
  program
    .command("staff")
    .summary("find the smallest team that keeps the promises")
    .description(
      "Finds the cheapest team and policy that keep every promise with a stated confidence, and says why one fewer fails. Stopped at any time, the same command goes on where it was.",
    )
    .argument(
      "<file>",
      "scenario file (JSON, comments allowed); its staffing section says what may be decided",
    )
    .addOption(
      repeated(
        "--vary <path=values>",
        "decide a place, as sweep varies it: path=1..4, path=a,b,c; may be repeated",
        "what the scenario says",
      ),
    )
    .addOption(
      repeated(
        "--keep <bound>",
        'a bound to keep beside the promises, e.g. "cost_per_week <= 4500 CAD"; may be repeated',
        "the scenario's",
      ),
    )
    .addOption(
      repeated(
        "--minimise <response>",
        "what is to be least; with a second one, the trade-off between both",
        "the scenario's, or cost_per_week",
      ),
    )
    .addOption(
      repeated(
        "--tolerance <response=size>",
        "a plan better than its bound by less than this may be passed over, e.g. cost_per_week=50; may be repeated",
        "the scenario's",
      ),
    )
    .option("--confidence <share>", "with which the answer holds (default: the scenario's, or 95%)")
    .option("--at-most <number>", "replications of a plan before its test is cut short (default: 1000)")
    .option("--worlds <number>", "in which the plan that is found is explained (default: 24)")
    .option("--seed <number>", "seed of all chance (default: the scenario's)")
    .addOption(set())
    .option("--all", "show every plan, not only the answer")
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
  $ clinicsim staff scenarios/rheum.json
  $ clinicsim staff scenarios/rheum.json --vary staff.triage-nurse.count=1..3 \\
      --vary staff.triage-nurse.absence.cover=none,float
  $ clinicsim staff scenarios/rheum.json --keep "physician_after_hours_min_per_week <= 20 min" --keep "cost_per_week <= 4200 CAD"
  $ clinicsim staff scenarios/rheum.json --minimise cost_per_week --minimise physician_after_hours_min_per_week

Exit codes: 0 a plan was found · 1 no plan keeps everything · 2 your input cannot be used · 3 a bug of ours`,
    )
    .action((file: string, flags: Flags) => act("staff", [file], flags));
};
