import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import type { Act } from "./declaration.ts";
import { EXIT } from "./exit-code.ts";
import type { Outfit, Streams } from "./streams.ts";
import { declarations } from "./verbs/declarations.ts";

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
  $ clinicsim policies                            see what can be changed about how work is organised

Exit codes: 0 done · 1 a check failed · 2 your input cannot be used · 3 a bug of ours`,
    );

  for (const declareVerb of declarations) declareVerb(program, act);
  return program;
}
