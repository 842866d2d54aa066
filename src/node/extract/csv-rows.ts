import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { InputError } from "../../errors.ts";
import { Interrupted } from "../../experiment/index.ts";
import { type CsvHead, refusal } from "./csv-head.ts";
import { Utf8Of } from "./encoding.ts";

const CHUNK = 1 << 16;
/** A row is not longer [bytes]: what is has a quote that never closes. */
const LONGEST_ROW = 8 << 20;
const REPLACED = "\uFFFD";

export interface RowReading {
  /** Cells, the row's number in the file (the first is 1), and whether bytes in it were no text. Returns false to stop. */
  row(cells: readonly string[], number: number, isDamaged: boolean): boolean | undefined;
  /** So many bytes of the file are read. */
  progress?(bytes: number): void;
  readonly signal?: AbortSignal;
}

/** Reads the rows of a CSV file below its header, empty ones left out, in flat memory. Throws InputError for what is no CSV, and Interrupted. */
export async function readRows(head: CsvHead, { row, progress, signal }: RowReading): Promise<void> {
  const { parse } = await import("../csv-parse.ts");
  const { path, bom, encoding, delimiter, headerRows } = head;
  const utf8 = new Utf8Of(encoding);
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted === true) stop.abort();
  let rows = 0;
  let read = 0;
  let readAtLastRow = 0;
  let failure: unknown;
  let isEnough = false;
  const csv = parse<string[], string[]>({ headers: false, delimiter });
  csv.on("data", (cells: string[]) => {
    rows += 1;
    readAtLastRow = read;
    if (isEnough || failure !== undefined || rows <= headerRows || isBlank(cells)) return;
    try {
      const isDamaged = utf8.isDamaged && cells.some((cell) => cell.includes(REPLACED));
      if (row(cells, rows, isDamaged) === false) isEnough = true;
    } catch (error) {
      failure = error;
    }
    if (isEnough || failure !== undefined) stop.abort();
  });
  async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      read += chunk.length;
      progress?.(read);
      if (read - readAtLastRow > LONGEST_ROW) {
        throw refusal(
          "bad-csv",
          path,
          `has a row that never ends, some way after row ${rows}`,
          "look for a quote there that is not closed",
        );
      }
      yield utf8.of(chunk);
    }
    yield utf8.end();
  }
  try {
    await pipeline(createReadStream(path, { start: bom, highWaterMark: CHUNK }), decoded, csv, {
      signal: stop.signal,
    });
  } catch (error) {
    if (failure !== undefined) throw failure;
    if (isEnough) return;
    if (signal?.aborted === true) throw new Interrupted();
    if (error instanceof InputError) throw error;
    // What the parser says of it quotes the file.
    if (error instanceof Error && "syscall" in error) throw error;
    throw refusal(
      "bad-csv",
      path,
      `is not CSV some way after row ${rows}: a quote stands in the wrong place`,
      "a cell with commas, quotes or line ends in it stands in double quotes, and quotes in it are doubled",
    );
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
  if (failure !== undefined) throw failure;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 0 || cells.every((cell) => cell === "");
}
