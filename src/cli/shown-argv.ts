import { InputError } from "../errors.ts";
import { parseQueueAddress } from "../node/index.ts";
import { hideSecrets } from "./hide-secrets.ts";

/** Arguments of the command as they may be shown and kept: of a queue's address, what is not secret. */
export function shownArgv(argv: readonly string[]): readonly string[] {
  return argv.map((argument, i) => {
    const flag = /^--queue=/.exec(argument)?.[0] ?? "";
    const isAddress = flag !== "" || argv[i - 1] === "--queue";
    return isAddress ? `${flag}${nameOf(argument.slice(flag.length))}` : hideSecrets(argument);
  });
}

function nameOf(written: string): string {
  try {
    return parseQueueAddress(written).name;
  } catch (error) {
    if (error instanceof InputError) return "…";
    throw error;
  }
}
