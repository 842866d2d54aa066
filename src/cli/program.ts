import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { EXIT } from "./exit-code.ts";
import { colour, force, json, quiet, set, until } from "./flags.ts";
import type { Outfit, Streams } from "./streams.ts";

/**
 * The command `clinicsim`: from arguments to an exit code. Only this file and commander load at once; the verbs come when
 * one is called.
 */
export async function main(argv: readonly string[], streams: Streams, outfit: Outfit = {}): Promise<number> {
  let code: number = EXIT.done;
  const surroundings = { argv, streams, outfit };
  const program = declare(streams, async (name, file, flags) => {
    const { attempt, verbs } = await import("./verbs/index.ts");
    code = await attempt(() => verbs[name](file, flags, surroundings), file, flags, surroundings);
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
  name: "run" | "validate" | "init" | "schema",
  file: string | undefined,
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
export type Verb = (file: string | undefined, flags: Flags, surroundings: Surroundings) => Promise<number>;

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
    .action((file: string, flags: Flags) => act("run", file, flags));

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
    .action((file: string, flags: Flags) => act("validate", file, flags));

  program
    .command("init")
    .summary("write a scenario to start from")
    .description("Writes a commented scenario to start from.")
    .argument("[file]", "where to write it", "clinic.json")
    .addOption(quiet())
    .addOption(force("replace the file if it is there"))
    .addHelpText("after", "\nExample:\n  $ clinicsim init my-clinic.json")
    .action((file: string, flags: Flags) => act("init", file, flags));

  program
    .command("schema")
    .summary("print the JSON Schema of scenarios")
    .description("Prints the JSON Schema of scenario files, by which editors complete and check them.")
    .addHelpText("after", "\nExample:\n  $ clinicsim schema > scenario.schema.json")
    .action((flags: Flags) => act("schema", undefined, flags));

  return program;
}
