import { rename, writeFile } from "node:fs/promises";
import { readTextFile } from "../node/index.ts";
import { type ReplaySummary, validationOf } from "../report/index.ts";
import { editText } from "../scenario/index.ts";

/** Writes what a replay found into the scenario's file, comments and layout kept. */
export async function writeGrade(file: string, summary: ReplaySummary): Promise<void> {
  const text = await readTextFile(file);
  const edited = editText(text, { validation: { ...validationOf(summary) } });
  const draft = `${file}.${process.pid}.part`;
  await writeFile(draft, edited.text, { flag: "wx" });
  await rename(draft, file);
}
