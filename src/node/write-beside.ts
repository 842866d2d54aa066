import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invariant } from "../errors.ts";

const FILE_NAME = /^[a-z0-9-]+\.[a-z]+$/;
const FOLDER_NAME = /^[a-z0-9-]+$/;

/**
 * Writes a text file into a result's folder, or a folder in it, beside what is there; its path. It is moved into place whole, and replaces
 * a file of its name.
 */
export async function writeBeside(
  result: string,
  file: string,
  text: string,
  inside?: string,
): Promise<string> {
  invariant(FILE_NAME.test(file), `"${file}" is no name for a file beside a result`);
  invariant(
    inside === undefined || FOLDER_NAME.test(inside),
    `"${inside}" is no name for a folder in a result`,
  );
  const folder = inside === undefined ? result : join(result, inside);
  if (inside !== undefined) await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${process.pid}-${file}`);
  try {
    await writeFile(draft, text, { flag: "wx" });
    await rename(draft, join(folder, file));
  } finally {
    await rm(draft, { force: true });
  }
  return join(folder, file);
}
