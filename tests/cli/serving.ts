import { spawn } from "node:child_process";
import { join } from "node:path";

/** `clinicsim serve` in a process of its own. */
export interface Served {
  readonly address: string;
  readonly printed: () => string;
  /** Ends it as Ctrl-C does; its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Resolves when the address is printed. */
export async function serve(dist: string, ...argv: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [join(dist, "cli.js"), "serve", "--no-open", ...argv], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  let text = "";
  const address = await new Promise<string>((done, failed) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /^http:\S+/m.exec(text);
      if (found !== null) done(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then((code) => failed(new Error(`ended with ${code}: ${text}`)));
  });
  return {
    address,
    printed: () => text,
    stop: (signal = "SIGINT") => {
      child.kill(signal);
      return ended;
    },
  };
}
