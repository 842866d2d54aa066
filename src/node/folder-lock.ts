import { randomUUID } from "node:crypto";
import { open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { InputError } from "../errors.ts";
import { isAlive } from "./is-alive.ts";

/** How often a lock says that its owner is still at work, and after what silence one of another machine is not believed any more [ms]. */
const BEAT = 15_000;
const SILENCE = 120_000;
const TRIES = 5;

/** A file that keeps other processes away from what only one may write. It outlives no owner that is known to be gone. */
export class FolderLock {
  readonly #path: string;
  readonly #text: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
    this.#beat = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => {}); // whoever took it away has a reason
    }, BEAT);
    this.#beat.unref();
  }

  /** Takes the lock, also from an owner that is gone. Throws InputError while another one is at work. */
  static async take(path: string): Promise<FolderLock> {
    const text = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
    for (let tries = 0; ; tries++) {
      if (await isMade(path, text)) return new FolderLock(path, text);
      const owner = await ownerOf(path);
      if (owner === undefined) continue;
      if (owner.atWork || tries >= TRIES) throw taken(path, owner.name);
      await clearAway(path, owner);
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#beat);
    if ((await textOf(this.#path)) === this.#text) await rm(this.#path, { force: true });
  }
}

/** Makes a file that was not there, in one step for all who try. */
async function isMade(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/**
 * Takes away the lock of an owner that is gone. Of several who find it only the one that holds a second lock may, and only if it is still
 * that of this owner: else the lock of whoever was quicker would be taken for the old one.
 */
async function clearAway(path: string, { text }: Owner): Promise<void> {
  const second = `${path}.old`;
  if (!(await isMade(second, ""))) {
    const found = await stat(second).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > BEAT) await rm(second, { force: true }); // who made it died at once
    await new Promise((wake) => setTimeout(wake, 20));
    return;
  }
  try {
    if ((await textOf(path)) === text) await rm(path, { force: true });
  } finally {
    await rm(second, { force: true });
  }
}

async function textOf(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}

interface Owner {
  readonly name: string;
  readonly atWork: boolean;
  readonly text: string;
}

/** Whose lock it is, and whether that one seems to be at work; undefined if the lock is gone meanwhile. */
async function ownerOf(path: string): Promise<Owner | undefined> {
  const [found, text] = await Promise.all([stat(path).catch(() => undefined), textOf(path)]);
  if (found === undefined) return undefined;
  const silence = Date.now() - found.mtimeMs;
  try {
    const { pid, host } = JSON.parse(text) as { pid: number; host: string };
    // A process that was suspended says nothing, and goes on as if nothing had been.
    if (host === hostname()) {
      return { name: `process ${pid}`, atWork: pid !== process.pid && isAlive(pid), text };
    }
    return { name: `process ${pid} of ${host}`, atWork: silence <= SILENCE, text };
  } catch {
    // Its owner is just writing it, or died while it did.
    return { name: "another process", atWork: silence < BEAT, text };
  }
}

function taken(path: string, owner: string): InputError {
  return new InputError([
    {
      code: "in-use",
      path: "",
      message: `${owner} is at work there`,
      hint: `wait for it, or stop it; if it is gone, delete ${path}`,
      severity: "error",
    },
  ]);
}
