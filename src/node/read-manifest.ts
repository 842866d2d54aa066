import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { SheetColumn } from "../report/index.ts";
import type { JsonObject, JsonValue } from "../scenario/index.ts";
import { JOURNAL } from "./journal.ts";
import { MANIFEST } from "./manifest.ts";
import { badManifest, listIn, objectIn, textIn, wholeIn } from "./manifest-values.ts";
import { readTextFile } from "./read-text-file.ts";
import { FILE_NAME, type ResultFile } from "./result-folder.ts";

/** Largest manifest that is read [bytes]: a comparison of many alternatives, or a sweep over a table of many points. */
const LIMIT = 256 * 1024 * 1024;
const MOST_FILES = 100;
const MOST_COLUMNS = 100_000;

/** What the manifest of a result says of it; the rest of it depends on what kind of result that is. */
export interface ReadManifest {
  readonly text: string;
  readonly manifest: JsonObject;
  readonly format: string;
  readonly version: string;
  readonly engine: string;
  readonly id: string;
  readonly files: readonly ResultFile[];
}

/** The manifest of a folder, which may come from anywhere. Throws InputError where it is none that clinicsim writes. */
export async function readManifest(folder: string): Promise<ReadManifest> {
  const path = join(folder, MANIFEST);
  if ((await lstat(path).catch(() => undefined))?.isFile() !== true) throw await noManifest(folder);
  const text = await readTextFile(path, LIMIT, "manifest of a result");
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    throw badManifest("the whole file", "this is not JSON");
  }
  const manifest = objectIn(value, "the whole file");
  return {
    text,
    manifest,
    format: textIn(manifest.format, "format"),
    version: textIn(manifest.version, "version", /^[\w.+-]{1,60}$/),
    engine: textIn(manifest.engine, "engine", /^[\w-]{1,100}$/),
    id: textIn(manifest.id, "id", /^[0-9a-f]{64}$/),
    files: filesOf(manifest.files),
  };
}

function filesOf(value: JsonValue | undefined): readonly ResultFile[] {
  const entries = Object.entries(objectIn(value, "files"));
  if (entries.length > MOST_FILES) throw badManifest("files", `${entries.length} files are too many`);
  return entries.map(([file, told]) => {
    const where = `files.${file.slice(0, 80)}`;
    if (!FILE_NAME.test(file)) throw badManifest(where, "this is no name of a file in a result");
    const { bytes, sha256, rows, columns } = objectIn(told, where);
    return {
      file,
      bytes: wholeIn(bytes, where, 0, Number.MAX_SAFE_INTEGER),
      sha256: textIn(sha256, where, /^[0-9a-f]{64}$/),
      ...(rows === undefined ? {} : { rows: wholeIn(rows, where, 0, Number.MAX_SAFE_INTEGER) }),
      ...(columns === undefined
        ? {}
        : { columns: listIn(columns, where, MOST_COLUMNS).map((column) => columnOf(column, where)) }),
    };
  });
}

function columnOf(value: JsonValue, where: string): SheetColumn {
  const { name, unit, doc, type } = objectIn(value, where);
  return {
    name: textIn(name, where),
    ...(unit === undefined ? {} : { unit: textIn(unit, where) }),
    doc: textIn(doc, where),
    ...(type === undefined
      ? {}
      : { type: textIn(type, where, /^(text|whole|number)$/) as NonNullable<SheetColumn["type"]> }),
  };
}

async function noManifest(folder: string): Promise<InputError> {
  const names = await readdir(folder).catch(() => undefined);
  const fault = (message: string, hint: string) =>
    new InputError([{ code: "no-result", path: "", message, hint, severity: "error" }]);
  if (names === undefined) return fault(`there is no folder ${folder}`, "name the folder of a result");
  if (names.includes(JOURNAL)) {
    return fault(
      `${folder} is a sweep that is not finished, or a shard of one`,
      "finish it with the command that began it, or join the shards with clinicsim merge",
    );
  }
  const within: string[] = [];
  for (const name of names.sort()) {
    if ((await lstat(join(folder, name, MANIFEST)).catch(() => undefined))?.isFile() === true)
      within.push(join(folder, name));
  }
  const hint =
    within.length === 0 ? "is it the folder of a result?" : `name one of ${within.slice(0, 3).join(", ")}`;
  return fault(`${folder} has no ${MANIFEST}`, hint);
}
