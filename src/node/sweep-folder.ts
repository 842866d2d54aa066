import { readdir, rm, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { InputError } from "../errors.ts";
import { differenceOf, type PointStore, type SweepTerms, sweepId } from "../experiment/index.ts";
import { FolderLock } from "./folder-lock.ts";
import { JOURNAL, Journal, type JournalHeader } from "./journal.ts";
import { makeFolder } from "./make-folder.ts";
import { MANIFEST } from "./manifest.ts";
import { POINTS, PointCache } from "./point-cache.ts";

/**
 * The folder of a sweep, or of a shard of one, from its first point on: its journal, and the files that are made from the journal when all
 * points are there. One process at a time may have it open.
 */
export class SweepFolder {
  readonly path: string;
  readonly journal: Journal;
  readonly store: PointStore;
  readonly #lock: FolderLock;

  private constructor(path: string, journal: Journal, store: PointStore, lock: FolderLock) {
    this.path = path;
    this.journal = journal;
    this.store = store;
    this.#lock = lock;
  }

  /**
   * Opens `root`/`name`, or makes it; `fresh` takes no result that was there before, neither of this sweep nor of others. Throws InputError
   * where another process has it, or it belongs to another sweep.
   */
  static async open(
    root: string,
    name: string,
    header: JournalHeader,
    { fresh = false } = {},
  ): Promise<SweepFolder> {
    const path = join(root, name);
    await makeFolder(path);
    const lock = await FolderLock.take(join(path, `${JOURNAL}.lock`));
    try {
      if (fresh) for (const file of [MANIFEST, JOURNAL]) await rm(join(path, file), { force: true });
      const journal = await Journal.open(join(path, JOURNAL), header);
      const cache = new PointCache(join(root, POINTS));
      return new SweepFolder(path, journal, storeOf(journal, cache, fresh), lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.journal.close();
    await this.#lock.release();
  }
}

function storeOf(journal: Journal, cache: PointCache, fresh: boolean): PointStore {
  const own = new Set<string>();
  return {
    find: async (id) => (fresh && !own.has(id) ? undefined : cache.find(id)),
    keep: (record) => journal.keep(record),
    remember: async (result) => {
      await cache.keep(result);
      if (fresh) own.add(result.id);
    },
  };
}

/** Whether a folder has a journal. */
export async function hasJournal(folder: string): Promise<boolean> {
  return isFile(join(folder, JOURNAL));
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** What a folder's journal says of itself. Throws InputError if it has none. */
export async function readJournal(folder: string): Promise<Journal> {
  return Journal.read(join(folder, JOURNAL));
}

/** Folders that are looked through for a journal. */
const MOST_BESIDE = 200;

/** The journal, among those in folders beside `path`, of the sweep with this id, and its folder; undefined if there is none. */
export async function journalOfSweep(
  path: string,
  id: string,
): Promise<{ readonly folder: string; readonly journal: Journal } | undefined> {
  const root = join(resolve(path), "..");
  const names = (await readdir(root).catch(() => [])).sort();
  const folders: string[] = [];
  for (const name of names) if (await hasJournal(join(root, name))) folders.push(join(root, name));
  for (const folder of folders.slice(0, MOST_BESIDE)) {
    const journal = await readJournal(folder).catch(() => undefined);
    if (journal === undefined) continue;
    if (sweepId(journal.header.terms) === id) return { folder, journal };
    await journal.close();
  }
  return undefined;
}

/** Unfinished sweeps beside `path`, of a scenario of that name, and in what they differ from these terms. */
export async function sweepsBeside(path: string, terms: SweepTerms): Promise<readonly string[]> {
  const root = join(path, "..");
  const stem = basename(path).replace(/[0-9a-f]{10}[^/]*$/, "");
  const names = await readdir(root).catch(() => []);
  const found: string[] = [];
  for (const name of names.filter((each) => each.startsWith(stem)).sort()) {
    if (!(await hasJournal(join(root, name))) || (await isFile(join(root, name, MANIFEST)))) continue;
    try {
      const journal = await readJournal(join(root, name));
      await journal.close();
      found.push(
        `${join(root, name)} is of ${differenceOf(journal.header.terms, terms) ?? "another part of it"}`,
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return found;
}
