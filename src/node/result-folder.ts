import { createHash } from "node:crypto";
import { mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { invariant } from "../errors.ts";
import type { Sheet, SheetColumn } from "../report/index.ts";
import { CsvFile, type FileDigest } from "./csv-file.ts";
import { isAlive } from "./is-alive.ts";
import { makeFolder } from "./make-folder.ts";
import { ParquetFile } from "./parquet-file.ts";

/** A file of a result, as its manifest tells it. */
export interface ResultFile extends FileDigest {
  readonly file: string;
  /** Only of tables. */
  readonly rows?: number;
  readonly columns?: readonly SheetColumn[];
}

/** What the other files of a result may be called. */
export const FILE_NAME = /^[a-z0-9_-]+\.[a-z]+$/;
/** Folders in the making say whose they are: nobody else's are ever touched. */
const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const PREFIX = `.unfinished-${HOST}-`;
/** Ends the name of a result that makes room for a new one. */
const REPLACED = "-old";
let created = 0;

/** What takes the tables and texts of a result: the folder that it is written into, or one that it is compared with. */
export type ResultSink = Pick<ResultFolder, "append" | "write">;

/**
 * A folder of results in the making. Everything is written into a hidden folder beside its place and moved there whole, with one
 * rename, once every file is on the disk: whoever looks sees the complete result or none.
 */
export class ResultFolder {
  /** Where the result will be. */
  readonly path: string;
  readonly #draft: string;
  readonly #sheets = new Map<
    string,
    { readonly table: CsvFile | ParquetFile; readonly columns: readonly SheetColumn[] }
  >();
  readonly #files: ResultFile[] = [];

  private constructor(path: string, draft: string) {
    this.path = path;
    this.#draft = draft;
  }

  /** Starts a result that will be `root`/`name`, and clears away what died processes of this machine left in `root`. */
  static async create(root: string, name: string): Promise<ResultFolder> {
    await makeFolder(root);
    await sweep(root);
    const draft = join(root, `${PREFIX}${process.pid}-${created++}-${name}`);
    await mkdir(draft);
    return new ResultFolder(join(root, name), draft);
  }

  /** Adds rows to a sheet's file, which its first rows create. */
  async append({ file, columns, rows }: Sheet): Promise<void> {
    let sheet = this.#sheets.get(file);
    if (sheet === undefined) {
      const place = this.#place(file);
      const names = columns.map((column) => column.name);
      const isParquet = file.endsWith(".parquet");
      const table = await (isParquet ? ParquetFile.create(place, columns) : CsvFile.create(place, names));
      sheet = { table, columns };
      this.#sheets.set(file, sheet);
    }
    await sheet.table.append(rows);
  }

  /** Writes a text file. */
  async write(file: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await writeFile(this.#place(file), bytes, { flag: "wx", flush: true });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    this.#files.push({ file, bytes: bytes.length, sha256 });
  }

  /** Ends every sheet; all files so far in order of name, provenance apart. */
  async finishSheets(): Promise<readonly ResultFile[]> {
    for (const [file, { table, columns }] of this.#sheets) {
      this.#files.push({ file, ...(await table.close()), rows: table.rows, columns });
    }
    this.#sheets.clear();
    return this.#files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  }

  /**
   * Moves the result to its place. What stands there is replaced if `replace`, otherwise the move fails with EEXIST or ENOTEMPTY.
   */
  async commit(replace: boolean): Promise<void> {
    invariant(this.#sheets.size === 0, "a result is committed with sheets still open");
    await flushFolder(this.#draft);
    const old = `${this.#draft}${REPLACED}`;
    const moved = replace && (await rename(this.path, old).then(() => true, absent));
    try {
      await rename(this.#draft, this.path);
    } catch (error) {
      if (moved) await rename(old, this.path);
      throw error;
    }
    await flushFolder(join(this.path, ".."));
    if (moved) await rm(old, { recursive: true, force: true });
  }

  /**
   * Moves the files into the folder that is at its place already, which keeps what else is in it; `last` goes last, so that whoever finds
   * it finds all of them.
   */
  async commitInto(last: string): Promise<void> {
    invariant(this.#sheets.size === 0, "a result is committed with sheets still open");
    await rm(join(this.path, last), { force: true });
    const others = (await readdir(this.#draft)).filter((file) => file !== last);
    for (const file of [...others, last]) await rename(join(this.#draft, file), join(this.path, file));
    await flushFolder(this.path);
    await this.discard();
  }

  /** Gives the result up and leaves nothing of it. */
  async discard(): Promise<void> {
    for (const { table } of this.#sheets.values()) await table.abandon();
    this.#sheets.clear();
    await rm(this.#draft, { recursive: true, force: true });
  }

  #place(file: string): string {
    invariant(FILE_NAME.test(file), `"${file}" is no name for a result file`);
    return join(this.#draft, file);
  }
}

/** A rename or power cut can otherwise forget the names of files that are themselves on the disk. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined); // Windows opens no folders
  await folder?.sync().catch(() => {});
  await folder?.close();
}

function absent(error: NodeJS.ErrnoException): boolean {
  if (error.code === "ENOENT") return false;
  throw error;
}

async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(PREFIX)) continue;
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (owner === process.pid || isAlive(owner)) continue;
    const left = join(root, name);
    if (name.endsWith(REPLACED) && (await restored(root, name))) continue;
    await rm(left, { recursive: true, force: true });
  }
}

/** Puts back a result that had made room for one that never came. */
async function restored(root: string, name: string): Promise<boolean> {
  const [place] = /(?<=^\d+-\d+-).*(?=-old$)/.exec(name.slice(PREFIX.length)) ?? [];
  if (place === undefined) return false;
  return rename(join(root, name), join(root, place)).then(
    () => true,
    () => false,
  );
}
