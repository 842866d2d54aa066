import { hash } from "node:crypto";
import { open } from "node:fs/promises";
import { InputError, type Issue } from "../../errors.ts";
import { rowsOfCsv } from "../read-csv-table.ts";
import { unreadableFile } from "../read-text-file.ts";
import { type Encoding, encodingOf, Utf8Of } from "./encoding.ts";

/** Read at the beginning of a file to see what it is [bytes]. */
const HEAD = 1 << 18;
/** A header line is not longer [letters]. */
const LONGEST_HEADER = 65_536;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What a file is, by its beginning. */
export interface CsvHead {
  readonly path: string;
  /** [bytes] */
  readonly size: number;
  /** SHA-256 of its size and beginning: the same of the same file, and known to nobody who does not have it. */
  readonly digest: string;
  readonly encoding: Encoding;
  /** Bytes before the text. */
  readonly bom: number;
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Rows before the first row of values: the header, and before it Excel's `sep=`. */
  readonly headerRows: number;
  /** The first rows of values. */
  readonly rows: readonly (readonly string[])[];
  /** The row of the first letter that is not UTF-8, if it was read as something else for that. */
  readonly notUtf8?: number;
}

export interface CsvTerms {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** Looks at the beginning of a CSV file. Throws InputError, in words, for what is none. */
export async function csvHead(path: string, terms: CsvTerms): Promise<CsvHead> {
  const { bytes, size } = await beginning(path);
  refuseOtherKinds(path, bytes);
  const found = encodingOf(bytes);
  const encoding = terms.encoding ?? found.encoding;
  const bom = encoding === found.encoding ? found.bom : 0;
  const utf8 = new Utf8Of(encoding);
  const text = (
    utf8.of(bytes.subarray(bom)).toString() + (size <= HEAD ? utf8.end().toString() : "")
  ).replaceAll(/\r\n?/g, "\n");
  const marked = /^sep=(.)\n/.exec(text);
  const body = marked === null ? text : text.slice(marked[0].length);
  const firstLine = headerLine(body);
  if (firstLine.trim() === "") throw refusal("empty-file", path, "is empty", "export it again");
  if (firstLine.length > LONGEST_HEADER) {
    throw refusal("bad-csv", path, "has a first line that is longer than any header", "is it a CSV file?");
  }
  const delimiter = terms.delimiter ?? marked?.[1] ?? likeliest(firstLine);
  const [header = [], ...rows] = await wholeRows(path, body, delimiter, size > HEAD);
  const damaged = found.encoding === "windows-1252" && terms.encoding === undefined;
  return {
    path,
    size,
    digest: hash("sha256", Buffer.concat([Buffer.from(`${size} `), bytes]), "hex"),
    encoding,
    bom,
    delimiter,
    header,
    headerRows: marked === null ? 1 : 2,
    rows,
    ...(damaged ? { notUtf8: rowOfFirstBadByte(bytes) } : {}),
  };
}

async function beginning(path: string): Promise<{ readonly bytes: Buffer; readonly size: number }> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      return { bytes: buffer.subarray(0, bytesRead), size };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new InputError([unreadableFile(path, "CSV file of a message log", error as NodeJS.ErrnoException)]);
  }
}

function refuseOtherKinds(path: string, bytes: Buffer): void {
  const mark = bytes.subarray(0, 4).toString("latin1");
  if (mark === "\u00ff\u00fe\u0000\u0000" || mark === "\u0000\u0000\u00fe\u00ff") {
    throw refusal("not-csv", path, "is in UTF-32, which is not read", "save it as CSV (UTF-8)");
  }
  if (mark === "PK\u0003\u0004" || mark === "ÐÏ\u0011à") {
    throw refusal("not-csv", path, "is a spreadsheet or an archive, not text", "save it as CSV (UTF-8)");
  }
  if (mark.startsWith("\u001f\u008b")) throw refusal("not-csv", path, "is compressed", "unpack it first");
  if (bytes.length === 0) throw refusal("empty-file", path, "is empty", "export it again");
}

/** The first line, line ends in quotes being no ends. */
function headerLine(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length && at <= LONGEST_HEADER; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === "\n" && !quoted) return text.slice(0, at);
  }
  return text.slice(0, LONGEST_HEADER + 1);
}

function likeliest(line: string): string {
  const outside = line.replaceAll(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => outside.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** Rows without the one that the head cuts off. */
async function wholeRows(
  path: string,
  text: string,
  delimiter: string,
  isCut: boolean,
): Promise<readonly (readonly string[])[]> {
  const whole = isCut ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
  try {
    return await rowsOfCsv(whole, delimiter);
  } catch {
    // A quoted cell may be cut, or a row be none: the reading of the whole file will tell. The header must be.
    return rowsOfCsv(`${headerLine(text)}\n`, delimiter).catch(() => {
      throw refusal(
        "bad-csv",
        path,
        "has a header line with a quote in the wrong place",
        "mend the header line",
      );
    });
  }
}

function rowOfFirstBadByte(bytes: Buffer): number {
  const text = bytes.toString("utf8");
  const at = text.indexOf("\uFFFD");
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

export function refusal(code: string, path: string, message: string, hint: string): InputError {
  const issue: Issue = { code, path: "", message: `${path} ${message}`, hint, severity: "error" };
  return new InputError([issue]);
}
