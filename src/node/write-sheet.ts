import { access, rename, rm } from "node:fs/promises";
import { InputError } from "../errors.ts";
import type { Sheet } from "../report/index.ts";
import { CsvFile } from "./csv-file.ts";

/**
 * Writes a sheet into a CSV file wherever the user wants it; the number of rows. It is moved into place whole. Throws InputError if there is a file of its name
 * already, unless it may be replaced.
 */
export async function writeSheet(path: string, sheet: Sheet, replace: boolean): Promise<number> {
  if (!replace) await refuseTaken(path);
  const draft = `${path}.${process.pid}.part`;
  const file = await CsvFile.create(
    draft,
    sheet.columns.map(({ name }) => name),
  );
  try {
    await file.append(sheet.rows);
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.abandon();
    await rm(draft, { force: true });
    throw error;
  }
  return file.rows;
}

async function refuseTaken(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  const message = `there is already a file ${path}`;
  const hint = "--force replaces it; another name keeps both";
  throw new InputError([{ code: "file-exists", path: "", message, hint, severity: "error" }]);
}
