import { hideSecrets } from "./hide-secrets.ts";
import { main } from "./program.ts";

/** The process around the command: its streams, its signals, its exit code. Everything else is in `program.ts`. */
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(130); // asked twice: at once
    interruption.abort();
  });
}

// Whoever lists processes sees their arguments, unless they have another title.
if (process.argv.some((argument) => hideSecrets(argument) !== argument)) process.title = "clinicsim";

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const { stdout, stderr, env } = process;
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, env, signal: interruption.signal });
