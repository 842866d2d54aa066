import { InputError } from "../errors.ts";
import { readTextFile } from "./read-text-file.ts";

/** Largest table that is read [bytes]. */
const LIMIT = 64 * 1024 * 1024;

/** The rows of a CSV file, without those that are empty. Throws InputError, in words, for what cannot be read. */
export async function readCsvTable(path: string): Promise<readonly (readonly string[])[]> {
  const text = await readTextFile(path, LIMIT, "CSV file of design points");
  return rowsOfCsv(text).catch((error: Error) => {
    throw unreadable(path, error);
  });
}

/** The rows of a CSV text, without those that are empty. Rejects with the parser's error where it is none. */
export async function rowsOfCsv(text: string, delimiter = ","): Promise<readonly (readonly string[])[]> {
  const { parseString } = await import("./csv-parse.ts");
  const rows: string[][] = [];
  return new Promise((done, failed) => {
    parseString<string[], string[]>(text, { headers: false, ignoreEmpty: true, delimiter })
      .on("data", (row: string[]) => rows.push(row))
      .on("error", failed)
      .on("end", () => done(rows));
  });
}

function unreadable(path: string, { message }: Error): InputError {
  const words = message
    .replace(/^Parse Error: /, "")
    .replace(/\s+/g, " ")
    .slice(0, 100);
  return new InputError([
    {
      code: "bad-csv",
      path: "",
      message: `${path} is not CSV: ${words}`,
      hint: "a cell with commas, quotes or line ends in it stands in double quotes, and quotes in it are doubled",
      severity: "error",
    },
  ]);
}
