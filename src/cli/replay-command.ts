import type { ReplicationError } from "../experiment/index.ts";

const PLAIN = /^[\w./:=@%+-]+$/;

/** The command that does again what these arguments did, or just the one replication of it that failed. */
export function replayCommand(argv: readonly string[], failed?: ReplicationError): string {
  const kept = failed === undefined ? argv : withoutRuns(argv);
  const only =
    failed === undefined ? [] : ["--seed", `${failed.seed}`, "--replication", `${failed.replication}`];
  return ["clinicsim", ...kept, ...only].map(quoted).join(" ");
}

function withoutRuns(argv: readonly string[]): readonly string[] {
  const chosen =
    /^--(?:seed|replications?|jobs|queue|until|at-least|at-most|select|indifference|probability)(?:=|$)/;
  return argv.filter((argument, i) => {
    const isValue = i > 0 && chosen.test(argv[i - 1]!) && !argv[i - 1]!.includes("=");
    return !isValue && !chosen.test(argument);
  });
}

/** As a POSIX shell needs it. */
function quoted(argument: string): string {
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
