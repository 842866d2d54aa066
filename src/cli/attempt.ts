import { InputError } from "../errors.ts";
import { Interrupted, ReplicationError } from "../experiment/index.ts";
import { EXIT } from "./exit-code.ts";
import { FailedPoint } from "./failed-point.ts";
import { hideSecrets } from "./hide-secrets.ts";
import { issuesText } from "./issues-text.ts";
import { paintFor } from "./paint.ts";
import type { Flags, Surroundings } from "./program.ts";
import { replayCommand } from "./replay-command.ts";

/** Does what was asked; what goes wrong is explained on stderr, and becomes an exit code. */
export async function attempt(
  act: () => Promise<number>,
  file: string | undefined,
  flags: Flags,
  { argv, streams }: Surroundings,
): Promise<number> {
  const { stdout, stderr, env } = streams;
  const say = (text: string) => void stderr.write(text);
  try {
    return await act();
  } catch (error) {
    if (error instanceof Interrupted) {
      say(`interrupted: ${error.kept ?? "nothing was written"}\n`);
      return EXIT.interrupted;
    }
    if (error instanceof InputError) {
      if (flags.json === true)
        stdout.write(hideSecrets(`${JSON.stringify({ issues: error.issues }, null, 2)}\n`));
      const faults = error.issues.filter(({ severity }) => severity === "error");
      const warnings =
        flags.quiet === true ? [] : error.issues.filter(({ severity }) => severity !== "error");
      // An address in the wrong place is repeated as whatever is looked for there.
      say(hideSecrets(issuesText([...faults, ...warnings], file, paintFor(stderr, flags, env))));
      return EXIT.input;
    }
    if (isSystemError(error)) {
      say(systemErrorText(error));
      return EXIT.input;
    }
    const failed = error instanceof FailedPoint ? error.cause : error;
    const does = error instanceof FailedPoint ? error.argv : argv;
    const replay = failed instanceof ReplicationError ? replayCommand(does, failed) : undefined;
    const cause = failed instanceof ReplicationError ? failed.cause : failed;
    if (error instanceof FailedPoint) say(`${error.kept}\n`);
    if (cause instanceof Error && cause.name === "SimulationError") {
      say(
        `the run cannot go on: ${cause.message}\n${replay === undefined ? "" : `to replay it:  ${replay}\n`}`,
      );
      return EXIT.input;
    }
    if (cause instanceof Error && cause.name === "BatchLost") {
      say(
        `no worker of the queue could do a replication: ${cause.message}\n${replay === undefined ? "" : `to see why, here:  ${replay}\n`}`,
      );
      return EXIT.bug;
    }
    say(bugText(cause, replay ?? replayCommand(argv)));
    return EXIT.bug;
  }
}

/** A file that cannot be written, a full disk: the machine's state, neither ours nor the scenario's. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** What the system's codes mean to somebody who wanted a result written. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: "you may not write there: choose another place with --out",
  EPERM: "you may not write there: choose another place with --out",
  EROFS: "nothing can be written there: choose another place with --out",
  EEXIST: "a file of that name is in the way: choose another place",
  ENOTDIR: "part of that path is a file, not a folder: choose another place",
  ENOENT: "that place does not exist and cannot be made: choose another one",
  EDQUOT: "you may use no more of that disk: make room, or choose another place with --out",
  EFBIG: "no file may be that large there: choose another place with --out",
  ENOSPC: "the disk is full: make room, or choose another place with --out",
};

function systemErrorText({ code, message }: NodeJS.ErrnoException): string {
  const hint = SYSTEM_ERRORS[code ?? ""];
  return `error  ${message}\n${hint === undefined ? "" : `    ${hint}\n`}`;
}

function bugText(cause: unknown, replay: string): string {
  const words = cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : String(cause);
  return [
    "this is a bug in clinicsim, not a fault of yours",
    "",
    words,
    "",
    `to replay it:  ${replay}`,
    "please report it, with the lines above and the scenario, as .github/CONTRIBUTING.md of clinicsim says",
    "",
  ].join("\n");
}
