import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/program.ts";
import type { Outfit, Sink } from "../../src/cli/streams.ts";
import { tinyScenario } from "./tiny-scenario.ts";

/** A folder of this thread's own, gone when it ends: files of tests that run in it one after the other share it. */
export const folder = mkdtempSync(join(tmpdir(), "clinicsim-cli-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Writes a file into the folder and returns its path. */
export function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

export const tiny = file("tiny.json", tinyScenario);

let folders = 0;
/** A folder for results that nobody else uses. */
export const newOut = () => join(folder, `out-${folders++}`);

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Circumstances extends Outfit {
  /** Whether stdout and stderr are terminals. */
  readonly tty?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Calls the command as a process would, with streams that remember. */
export async function clinicsim(argv: readonly string[], circumstances: Circumstances = {}): Promise<Called> {
  const { tty = false, columns, env = {}, signal = new AbortController().signal, ...outfit } = circumstances;
  const text = { out: "", err: "" };
  const sink = (name: "out" | "err"): Sink => ({
    isTTY: tty,
    ...(columns === undefined ? {} : { columns }),
    write: (part: string) => {
      text[name] += part;
    },
  });
  const code = await main(argv, { stdout: sink("out"), stderr: sink("err"), env, signal }, outfit);
  return { code, ...text };
}

/** The one result in a folder: its files by name, without the provenance; what a search keeps for itself is beside it. */
export function resultIn(out: string): ReadonlyMap<string, string> {
  const [name, ...others] = readdirSync(out).filter((each) => each !== ".points");
  if (name === undefined || others.length > 0)
    throw new Error(`${out} holds ${name} and ${others.length} others`);
  const files = readdirSync(join(out, name)).filter((each) => each !== "provenance.json");
  return new Map(files.sort().map((each) => [each, readFileSync(join(out, name, each), "utf8")]));
}
