import type { ResultFile } from "./result-folder.ts";

/** The files that a manifest lists, if `remake` writes that very text from them and its version; undefined for any other text. */
export function listedFiles(
  text: string,
  remake: (files: readonly ResultFile[], version: string) => string,
): readonly ResultFile[] | undefined {
  try {
    const { version, files } = JSON.parse(text) as { version: string; files: Record<string, ResultFile> };
    const listed = Object.entries(files).map(([file, rest]) => ({ ...rest, file }));
    return remake(listed, version) === text ? listed : undefined;
  } catch {
    return undefined;
  }
}
