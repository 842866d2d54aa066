import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "./find-result.ts";
import { JOURNAL } from "./journal.ts";
import { MANIFEST } from "./manifest.ts";
import { PROVENANCE } from "./provenance.ts";
import type { ResultFile } from "./result-folder.ts";

/** How a file stands against what the manifest says of it. */
export type FileState = "as listed" | "missing" | "no plain file" | "of another size" | "of other bytes";

/** Each of the files and how it stands. A file that is not what it should be is never opened if it might not end. */
export async function checkFiles(
  folder: string,
  files: readonly ResultFile[],
): Promise<readonly { readonly file: string; readonly state: FileState }[]> {
  const states: { file: string; state: FileState }[] = [];
  for (const { file, bytes, sha256 } of files) {
    const path = join(folder, file);
    const found = await lstat(path).catch(() => undefined);
    const state: FileState =
      found === undefined
        ? "missing"
        : !found.isFile()
          ? "no plain file"
          : found.size !== bytes
            ? "of another size"
            : (await digestOf(path)) === sha256
              ? "as listed"
              : "of other bytes";
    states.push({ file, state });
  }
  return states;
}

/** Names in a folder that belong to no result with these files. */
export async function strangersIn(folder: string, files: readonly ResultFile[]): Promise<readonly string[]> {
  const known = new Set([MANIFEST, PROVENANCE, JOURNAL, ...files.map(({ file }) => file)]);
  return (await readdir(folder)).filter((name) => !known.has(name)).sort();
}
