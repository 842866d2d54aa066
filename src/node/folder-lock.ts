import { open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { InputError } from "../errors.ts";
import { isAlive } from "./is-alive.ts";

/** How often a lock says that its owner is still at work, and after what silence it is not believed any more [ms]. */
const BEAT = 15_000;
const SILENCE = 120_000;

/** A file that keeps other processes away from what only one may write. It outlives no owner that is known to be gone. */
export class FolderLock {
  readonly #path: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(path: string) {
    this.#path = path;
    this.#beat = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => {}); // whoever took it away has a reason
    }, BEAT);
    this.#beat.unref();
  }

  /** Takes the lock, also from an owner that is gone. Throws InputError while another one is at work. */
  static async take(path: string): Promise<FolderLock> {
    for (let tries = 0; ; tries++) {
      try {
        const file = await open(path, "wx");
        await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
        await file.close();
        return new FolderLock(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = await ownerOf(path);
      if (owner !== undefined && (tries > 4 || owner.atWork)) throw taken(path, owner.name);
      await rm(path, { force: true });
    }
  }

  async release(): Promise<void> {
    clearInterval(this.#beat);
    await rm(this.#path, { force: true });
  }
}

/** Whose lock it is, and whether that one seems to be at work; undefined if the lock is gone meanwhile. */
async function ownerOf(path: string): Promise<{ name: string; atWork: boolean } | undefined> {
  const [found, text] = await Promise.all([
    stat(path).catch(() => undefined),
    readFile(path, "utf8").catch(() => ""),
  ]);
  if (found === undefined) return undefined;
  const isSilent = Date.now() - found.mtimeMs > SILENCE;
  try {
    const { pid, host } = JSON.parse(text) as { pid: number; host: string };
    const isHere = host === hostname();
    const isGone = isHere && (pid === process.pid || !isAlive(pid));
    return { name: `process ${pid}${isHere ? "" : ` of ${host}`}`, atWork: !isSilent && !isGone };
  } catch {
    // Its owner is just writing it, or died while it did.
    return { name: "another process", atWork: Date.now() - found.mtimeMs < BEAT };
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
