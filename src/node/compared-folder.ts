import { lstat, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { invariant } from "../errors.ts";
import type { Cell, Sheet } from "../report/index.ts";
import type { JsonValue } from "../scenario/index.ts";
import { ComparedFile, type ResultDifference } from "./compared-file.ts";
import { csvText } from "./csv-file.ts";
import { digestOf } from "./find-result.ts";
import { compareJson } from "./json-difference.ts";
import { ParquetFile } from "./parquet-file.ts";
import { readTextFile } from "./read-text-file.ts";
import type { ResultFile, ResultSink } from "./result-folder.ts";

/** Rows that are made into text at once. */
const BATCH = 500;
/** Differences of a file that are kept; more help nobody. */
const MOST_KEPT = 20;
const END_OF_ROW = /\n/g;

/**
 * A result that is made again, held against the folder that says it is one: takes tables and texts as a folder of results does, and
 * remembers where they are not what stands there, byte for byte. Writes nothing into the folder.
 */
export class ComparedFolder implements ResultSink {
  readonly #path: string;
  readonly #listed: ReadonlyMap<string, ResultFile>;
  readonly #tables = new Map<string, ComparedFile>();
  readonly #parquets = new Map<string, ParquetFile>();
  readonly #made = new Set<string>();
  readonly #differences = new Map<string, { readonly kept: ResultDifference[]; count: number }>();
  #draft: string | undefined;

  /** `files` are those that the folder's manifest lists. */
  constructor(path: string, files: readonly ResultFile[]) {
    this.#path = path;
    this.#listed = new Map(files.map((file) => [file.file, file]));
  }

  /** The next rows of a table; or those from the `from`-th on, counted from 1, what stands before them being passed unseen. */
  async append(sheet: Sheet, from?: number): Promise<void> {
    if (!(await this.#isThere(sheet.file))) return;
    if (sheet.file.endsWith(".parquet")) return this.#appendParquet(sheet);
    const table = this.#tables.get(sheet.file) ?? (await this.#open(sheet));
    if (from !== undefined) await table.passTo(from);
    let batch: (readonly Cell[])[] = [];
    const compare = async () => {
      for (const row of rowsOf(await csvText(batch))) await table.compare(row);
      batch = [];
    };
    for (const row of sheet.rows) {
      batch.push(row);
      if (batch.length >= BATCH) await compare();
    }
    if (batch.length > 0) await compare();
  }

  async write(file: string, text: string): Promise<void> {
    if (!(await this.#isThere(file))) return;
    const there = await readTextFile(join(this.#path, file), 2 * text.length + 1_000_000, "text of a result");
    if (there === text) return;
    const before = this.#differences.get(file)?.count ?? 0;
    compareJson(jsonOf(there), jsonOf(text), "", (at, a, b) => this.differs({ file, at, there: a, now: b }));
    if ((this.#differences.get(file)?.count ?? 0) > before) return;
    this.differs({ file, at: "its text", there: "the same, written otherwise", now: "the same" });
  }

  /** Closes what is open; with `whole`, nothing is to be left that was not made again. */
  async finish(whole: boolean): Promise<void> {
    for (const table of this.#tables.values()) {
      if (whole) await table.end();
      await table.close();
    }
    this.#tables.clear();
    for (const [file, parquet] of this.#parquets) {
      const { sha256 } = await parquet.close();
      const there = await digestOf(join(this.#path, file));
      if (there !== sha256) this.differs({ file, at: "its SHA-256", there, now: sha256 });
    }
    this.#parquets.clear();
    if (this.#draft !== undefined) await rm(this.#draft, { recursive: true, force: true });
    if (!whole) return;
    for (const file of this.#listed.keys()) {
      if (!this.#made.has(file)) this.differs({ file, at: "the file", there: "listed", now: "not made" });
    }
  }

  /** What was found, file by file; `count` has those too that are not kept. */
  get differences(): { readonly count: number; readonly kept: readonly ResultDifference[] } {
    const all = [...this.#differences.values()];
    return { count: all.reduce((sum, { count }) => sum + count, 0), kept: all.flatMap(({ kept }) => kept) };
  }

  /** Names of the files that were looked at. */
  get seen(): readonly string[] {
    return [...this.#made].sort();
  }

  async #open({ file, columns }: Sheet): Promise<ComparedFile> {
    const names = columns.map(({ name }) => name);
    const table = await ComparedFile.open(join(this.#path, file), file, names, (found) =>
      this.differs(found),
    );
    this.#tables.set(file, table);
    await table.compare(Buffer.from(await csvText([names])));
    return table;
  }

  /** Parquet has no rows that could be told apart as they stand: the whole is made elsewhere. */
  async #appendParquet({ file, columns, rows }: Sheet): Promise<void> {
    this.#draft ??= await mkdtemp(join(tmpdir(), "clinicsim-verify-"));
    const parquet = this.#parquets.get(file) ?? (await ParquetFile.create(join(this.#draft, file), columns));
    this.#parquets.set(file, parquet);
    await parquet.append(rows);
  }

  async #isThere(file: string): Promise<boolean> {
    const isNew = !this.#made.has(file);
    this.#made.add(file);
    const found = await lstat(join(this.#path, file)).catch(() => undefined);
    if (this.#listed.has(file) && found?.isFile() === true) return true;
    if (isNew && !this.#listed.has(file))
      this.differs({ file, at: "the file", there: "not listed", now: "made" });
    return false;
  }

  /** Remembers a difference that somebody else has found. */
  differs(difference: ResultDifference): void {
    const own = this.#differences.get(difference.file) ?? { kept: [], count: 0 };
    this.#differences.set(difference.file, own);
    own.count += 1;
    if (own.kept.length < MOST_KEPT) own.kept.push(difference);
  }
}

/** The rows of a CSV text, each with its end; line ends within quotes end none. */
function* rowsOf(text: string): Generator<Buffer> {
  let from = 0;
  for (const { index } of text.matchAll(END_OF_ROW)) {
    const row = text.slice(from, index + 1);
    if ((row.split('"').length - 1) % 2 === 1) continue;
    yield Buffer.from(row);
    from = index + 1;
  }
  invariant(from === text.length, "a row of a table has no end");
}

function jsonOf(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
