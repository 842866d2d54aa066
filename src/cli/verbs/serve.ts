import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import { openBrowser, type PageServerOptions, readTextFile, startPageServer } from "../../node/index.ts";
import { EXIT } from "../exit-code.ts";
import { flagFaults } from "../flag-faults.ts";
import type { Verb } from "../program.ts";

const LAST_PORT = 65_535;

/** Serves the what-if page to this machine, until it is told to stop. */
export const serve: Verb = async ([file], flags, { streams: { stdout, signal } }) => {
  const faults = flagFaults(flags);
  const port = faults.whole("--port", 0, LAST_PORT);
  faults.finish();
  const opened =
    file === undefined ? undefined : async () => ({ name: basename(file), text: await readTextFile(file) });
  await opened?.(); // a file that cannot be read is told now
  const server = await start({
    ...(port === undefined ? {} : { port }),
    ...(opened === undefined ? {} : { opened }),
  });
  stdout.write(`${server.address}\nCtrl-C ends it\n`);
  if (flags.open !== false) await openBrowser(server.address);
  if (!signal.aborted) await new Promise((stop) => signal.addEventListener("abort", stop, { once: true }));
  await server.close();
  return EXIT.done;
};

async function start(options: PageServerOptions) {
  return startPageServer(options).catch((error: NodeJS.ErrnoException) => {
    const why = { EADDRINUSE: "is taken", EACCES: "may not be used" }[error.code ?? ""];
    if (why === undefined) throw error;
    const hint = "choose another, or leave --port out to get one that is free";
    const message = `port ${options.port} ${why}`;
    throw new InputError([{ code: "no-port", path: "--port", message, hint, severity: "error" }]);
  });
}
