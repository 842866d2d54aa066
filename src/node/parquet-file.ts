import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, SheetColumn } from "../report/index.ts";
import type { FileDigest } from "./csv-file.ts";

/** Cells in a group of rows, which is as much as is ever in memory. */
const GROUP = 250_000;

/**
 * A Parquet file being written: texts, whole numbers (INT32) and numbers (DOUBLE, null where there is none), as its columns say; on disk
 * once `close` is done.
 */
export class ParquetFile {
  readonly #file: FileHandle;
  readonly #bytes: ByteWriter;
  readonly #parquet: ParquetWriter;
  readonly #columns: readonly SheetColumn[];
  readonly #hash: Hash = createHash("sha256");
  #group: Cell[][] = [];
  #size = 0;
  #rows = 0;

  private constructor(
    file: FileHandle,
    bytes: ByteWriter,
    parquet: ParquetWriter,
    columns: readonly SheetColumn[],
  ) {
    this.#file = file;
    this.#bytes = bytes;
    this.#parquet = parquet;
    this.#columns = columns;
  }

  static async create(path: string, columns: readonly SheetColumn[]): Promise<ParquetFile> {
    const { ByteWriter, ParquetWriter } = await import("./parquet-format.ts");
    const bytes = new ByteWriter();
    const schema = [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, ...TYPES[type ?? "number"] })),
    ];
    const parquet = new ParquetWriter({ writer: bytes, schema, createdBy: "clinicsim" });
    return new ParquetFile(await open(path, "wx"), bytes, parquet, columns);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Adds rows. Throws RangeError on a row with too few or too many cells. */
  async append(rows: Iterable<readonly Cell[]>): Promise<void> {
    for (const row of rows) {
      if (row.length !== this.#columns.length) {
        throw new RangeError(`a row has ${row.length} cells, its file has ${this.#columns.length} columns`);
      }
      this.#rows += 1;
      this.#group.push([...row]);
      if (this.#group.length * row.length >= GROUP) await this.#writeGroup();
    }
  }

  async close(): Promise<FileDigest> {
    if (this.#group.length > 0) await this.#writeGroup();
    await this.#parquet.finish();
    await this.#flush();
    await this.#file.sync();
    await this.#file.close();
    return { bytes: this.#size, sha256: this.#hash.digest("hex") };
  }

  /** Gives the file up; it is left as it is. */
  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #writeGroup(): Promise<void> {
    const group = this.#group;
    this.#group = [];
    await this.#parquet.write({
      columnData: this.#columns.map(({ name, type }, i) => ({
        name,
        data: group.map((row) => stored(row[i]!, type)),
        offsetIndex: false,
      })),
      rowGroupSize: group.length,
    });
    await this.#flush();
  }

  /** What has been encoded goes to the disk, and its place is used again. */
  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#bytes.getBytes());
    this.#bytes.index = 0;
    this.#hash.update(bytes);
    this.#size += bytes.length;
    await this.#file.appendFile(bytes);
  }
}

const TYPES = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
  whole: { type: "INT32", repetition_type: "REQUIRED" },
  number: { type: "DOUBLE", repetition_type: "OPTIONAL" },
} as const;

function stored(cell: Cell, type: SheetColumn["type"]): Cell | null {
  if (type === "text") return String(cell);
  return Number.isNaN(cell) ? null : cell;
}
