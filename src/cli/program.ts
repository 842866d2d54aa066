import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { EXIT } from "./exit-code.ts";
import { colour, force, format, json, quiet, repeated, set, until } from "./flags.ts";
import type { Outfit, Streams } from "./streams.ts";

/**
 * The command `clinicsim`: from arguments to an exit code. Only this file and commander load at once; the verbs come when
 * one is called.
 */
export async function main(argv: readonly string[], streams: Streams, outfit: Outfit = {}): Promise<number> {
  let code: number = EXIT.done;
  const surroundings = { argv, streams, outfit };
  const program = declare(streams, async (verb, names, flags) => {
    const { attempt, verbs } = await import("./verbs/index.ts");
    code = await attempt(() => verbs[verb](names, flags, surroundings), names[0], flags, surroundings);
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.input;
  }
}

type Act = (
  verb:
    | "run"
    | "compare"
    | "sweep"
    | "merge"
    | "validate"
    | "responses"
    | "policies"
    | "init"
    | "schema"
    | "serve",
  names: readonly string[],
  flags: Flags,
) => Promise<void>;

/** Flags as commander reads them: text, lists of text, and switches. */
export type Flags = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export interface Surroundings {
  readonly argv: readonly string[];
  readonly streams: Streams;
  readonly outfit: Outfit;
}

/** Does what the user asked for with what was named and returns the exit code; throws what `attempt` explains. */
export type Verb = (names: readonly string[], flags: Flags, surroundings: Surroundings) => Promise<number>;

function declare({ stdout, stderr }: Streams, act: Act): Command {
  const program = new Command("clinicsim")
    .description(
      "Simulates patient portal messages in hospital clinics: who answers, how soon, and what it costs the people who do.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [verb]", "print help for a verb")
    .showHelpAfterError("(--help lists what there is)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim init my-clinic.json                 write a scenario to start from
  $ clinicsim validate my-clinic.json             check it, and see who is overloaded
  $ clinicsim run my-clinic.json                  simulate it
  $ clinicsim compare my-clinic.json              and see what its alternatives would change
  $ clinicsim sweep my-clinic.json --vary staff.nurse.count=1..3   at many settings
  $ clinicsim serve my-clinic.json                or move sliders and see at once, in the browser
  $ clinicsim policies                            see what can be changed about how work is organised

Exit codes: 0 done · 1 a check failed · 2 your input cannot be used · 3 a bug of ours`,
    );

  program
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
    .option("--jobs <number>", "worker threads at most; never changes a result (default: the cores)")
    .option("--out <folder>", "where the result folder goes", "output")
    .option("--keep <detail>", "responses, or full: every message, call and stretch of work too", "responses")
    .addOption(json())
    .addOption(quiet())
    .addOption(force("run again, and replace what is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim run scenarios/rheum.json
  $ clinicsim run scenarios/rheum.json --set staff.triage-nurse.count=2
  $ clinicsim run scenarios/rheum.json --replications 100 --json | jq '.responses[0]'
  $ clinicsim run scenarios/rheum.json --until first_reply_p90_business_h=5%
  $ clinicsim run scenarios/rheum.json --until first_reply_p90_business_h=1h \\
      --until promise_reply_in_two_business_days_share=1pp --at-most 500
  $ clinicsim run scenarios/rheum.json --replication 17 --keep full`,
    )
    .action((file: string, flags: Flags) => act("run", [file], flags));

  program
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
    .option("--jobs <number>", "worker threads at most; never changes a result (default: the cores)")
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
  $ clinicsim compare scenarios/rheum.json
  $ clinicsim compare scenarios/rheum.json --only "one more nurse" --all
  $ clinicsim compare today.json tomorrow.json --replications 100
  $ clinicsim compare scenarios/rheum.json --primary first_reply_p90_business_h,cost_per_week
  $ clinicsim compare scenarios/rheum.json --select physician_after_hours_min_per_week --indifference "1 min"`,
    )
    .action((files: string[], flags: Flags) => act("compare", files, flags));

  program
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
    .option("--jobs <number>", "worker threads at most; never changes a result (default: the cores)")
    .option("--out <folder>", "where the result folder goes", "output")
    .addOption(format())
    .addOption(json())
    .addOption(quiet())
    .addOption(force("compute every point again, and replace what is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
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

One replication of one point alone:
  $ clinicsim run scenarios/rheum.json --set staff.triage-nurse.count=2 --replication 17`,
    )
    .action((file: string, flags: Flags) => act("sweep", [file], flags));

  program
    .command("merge")
    .summary("join the shards of a sweep")
    .description("Joins the shards of a sweep to the very result that the whole sweep would have had.")
    .argument("<folders...>", "their folders")
    .option("--out <folder>", "where the result folder goes", "output")
    .addOption(format())
    .addOption(json())
    .addOption(quiet())
    .addOption(force("make the result again, and replace what is there"))
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText("after", "\nExample:\n  $ clinicsim merge output/rheumatology-today-sweep-*-of-40")
    .action((folders: string[], flags: Flags) => act("merge", folders, flags));

  program
    .command("serve")
    .summary("open the what-if page in the browser")
    .description(
      "Opens a page in the browser in which a scenario is changed by hand and simulated at once, by the same engine. Only this machine can see it.",
    )
    .argument("[file]", "scenario file to begin with (default: one that comes with clinicsim)")
    .option("--port <number>", "port on 127.0.0.1; 0 is any (default: 4700, or the next that is free)")
    .option("--no-open", "only print the address")
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim serve
  $ clinicsim serve scenarios/rheum.json --no-open --port 8080`,
    )
    .action((file: string | undefined, flags: Flags) =>
      act("serve", file === undefined ? [] : [file], flags),
    );

  program
    .command("validate")
    .summary("check a scenario without running it")
    .description(
      "Prints a scenario's faults and warnings, its holidays, the load it offers, and what nobody vouches for.",
    )
    .argument("<file>", "scenario file (JSON, comments allowed)")
    .addOption(set())
    .addOption(json())
    .addOption(quiet())
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim validate scenarios/rheum.json
  $ clinicsim validate scenarios/rheum.json --set staff.rheumatologist.count=3`,
    )
    .action((file: string, flags: Flags) => act("validate", [file], flags));

  program
    .command("responses")
    .summary("list what a run is asked for")
    .description("Lists the responses of a scenario: name, unit, what it is, and how it is computed.")
    .argument("[file]", "scenario file (default: the one that init writes)")
    .addOption(set())
    .addOption(json())
    .addOption(colour("--color"))
    .addOption(colour("--no-color"))
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim responses
  $ clinicsim responses scenarios/rheum.json --json | jq -r '.responses[].response'`,
    )
    .action((file: string | undefined, flags: Flags) =>
      act("responses", file === undefined ? [] : [file], flags),
    );

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

  program
    .command("init")
    .summary("write a scenario to start from")
    .description("Writes a commented scenario to start from.")
    .argument("[file]", "where to write it", "clinic.json")
    .addOption(quiet())
    .addOption(force("replace the file if it is there"))
    .addHelpText("after", "\nExample:\n  $ clinicsim init my-clinic.json")
    .action((file: string, flags: Flags) => act("init", [file], flags));

  program
    .command("schema")
    .summary("print the JSON Schema of scenarios")
    .description("Prints the JSON Schema of scenario files, by which editors complete and check them.")
    .addHelpText("after", "\nExample:\n  $ clinicsim schema > scenario.schema.json")
    .action((flags: Flags) => act("schema", [], flags));

  return program;
}
