import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builtDist } from "../config/built.ts";

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** The command as it ships, in processes of its own, around one queue. */
export class QueueProcesses {
  readonly #cli = join(builtDist(), "cli.js");
  readonly #children = new Set<ChildProcess>();
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  start(args: readonly string[], env = {}): ChildProcess {
    const child = spawn(process.execPath, [this.#cli, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    this.#children.add(child);
    return child;
  }

  worker(...more: readonly string[]): ChildProcess {
    return this.start(["worker", "--queue", this.address, "--jobs", "1", "--gone-after", "1", ...more]);
  }

  submit(args: readonly string[]): ChildProcess {
    return this.start([...args, "--queue", this.address]);
  }

  killAll(): void {
    for (const child of this.#children) child.kill("SIGKILL");
    this.#children.clear();
  }
}

/** How a process ended, and all that it said. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const text = { out: "", err: "" };
  child.stdout!.on("data", (chunk) => {
    text.out += chunk;
  });
  child.stderr!.on("data", (chunk) => {
    text.err += chunk;
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { code, signal, ...text };
}

/** Everything that a folder holds, by its path in it. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length), readFileSync(path, "latin1")]));
}

/** Of a folder with a sweep, what is the same bytes whatever the way to it. */
export function sameIn(folder: string): ReadonlyMap<string, string> {
  return new Map([...filesIn(folder)].filter(([path]) => !/journal|provenance|\.points/.test(path)));
}

/** Points that the journal of the only sweep in a folder has, going by its lines. */
export function pointsDone(folder: string): number {
  const name = existsSync(folder) ? readdirSync(folder).find((each) => !each.startsWith(".")) : undefined;
  const path = join(folder, name ?? "", "journal.jsonl");
  return existsSync(path)
    ? (readFileSync(path, "latin1").match(/^[0-9a-f]{16} \{"point":.*\n/gm) ?? []).length
    : 0;
}
