import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { EXIT } from "./exit-code.ts";
import { colour, force, json, list, quiet, set } from "./flags.ts";
import type { Outfit, Streams } from "./streams.ts";

/**
 * The command `clinicsim`: from arguments to an exit code. Only this file and commander load at once; the verbs come when
 * one is called.
 */
export async function main(argv: readonly string[], streams: Streams, outfit: Outfit = {}): Promise<number> {
  let code: number = EXIT.done;
  const surroundings = { argv, streams, outfit };
  const program = declare(streams, async (name, files, flags) => {
    const { attempt, verbs } = await import("./verbs/index.ts");
    code = await attempt(() => verbs[name](files, flags, surroundings), files[0], flags, surroundings);
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
  name: "run" | "compare" | "validate" | "init" | "schema",
  files: readonly string[],
  flags: Flags,
) => Promise<void>;

/** Flags as commander reads them: text, lists of text, and switches. */
export type Flags = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export interface Surroundings {
  readonly argv: readonly string[];
  readonly streams: Streams;
  readonly outfit: Outfit;
}

/** Does what the user asked for and returns the exit code; throws what `attempt` explains. */
export type Verb = (files: readonly string[], flags: Flags, surroundings: Surroundings) => Promise<number>;

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
    .addOption(list("--only <alternative>", "only this alternative; may be repeated", "all"))
    .addOption(list("--primary <response>", "a response that decides; may be repeated", "the scenario's"))
    .addOption(
      list(
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
