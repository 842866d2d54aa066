import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { CsvFormatterStream } from "fast-csv";
import { type Cell, cellText } from "../report/index.ts";

/** What a finished file is known by. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Rows as they stand in a CSV file. */
export async function csvText(rows: readonly (readonly Cell[])[]): Promise<string> {
  const { writeToString } = await import("./csv-format.ts");
  return writeToString(
    rows.map((row) => row.map(cellText)),
    CSV,
  );
}

const CSV = { headers: false, includeEndRowDelimiter: true } as const;

/** A CSV file being written: UTF-8, one header line, "\n" at the end of every line; on disk once `close` is done. */
export class CsvFile {
  readonly #csv: CsvFormatterStream<string[], string[]>;
  readonly #done: Promise<void>;
  readonly #hash: Hash = createHash("sha256");
  readonly #width: number;
  #bytes = 0;
  #rows = 0;

  private constructor(csv: CsvFormatterStream<string[], string[]>, path: string, width: number) {
    this.#csv = csv;
    this.#width = width;
    const digest = (chunks: AsyncIterable<Buffer | string>) => this.#digest(chunks);
    this.#done = pipeline(csv, digest, createWriteStream(path, { flags: "wx", flush: true }));
    this.#done.catch(() => {}); // told to whoever writes or closes
  }

  static async create(path: string, columns: readonly string[]): Promise<CsvFile> {
    const { format } = await import("./csv-format.ts");
    const csv = format<string[], string[]>(CSV);
    const file = new CsvFile(csv, path, columns.length);
    csv.write(columns.map(cellText));
    return file;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Adds rows, as fast as the disk takes them. Throws RangeError on a row with too few or too many cells. */
  async append(rows: Iterable<readonly Cell[]>): Promise<void> {
    for (const row of rows) {
      if (row.length !== this.#width) {
        throw new RangeError(`a row has ${row.length} cells, its file has ${this.#width} columns`);
      }
      this.#rows += 1;
      if (!this.#csv.write(row.map(cellText))) {
        await Promise.race([once(this.#csv, "drain"), this.#done]);
      }
    }
  }

  async close(): Promise<FileDigest> {
    this.#csv.end();
    await this.#done;
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }

  /** Gives the file up; it is left as it is. */
  async abandon(): Promise<void> {
    this.#csv.destroy();
    await this.#done.catch(() => {});
  }

  async *#digest(chunks: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      this.#hash.update(bytes);
      this.#bytes += bytes.length;
      yield bytes;
    }
  }
}
