import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../../src/errors.ts";
import type { Extract, MappingRequest } from "../../../src/experiment/index.ts";
import { type ReadExtractOptions, readExtract } from "../../../src/node/index.ts";

/** Gone when this thread ends: files of tests that run in it one after the other share it. */
const folder = mkdtempSync(join(tmpdir(), "clinicsim-extract-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** A file of this content, gone afterwards. */
export function written(content: string | Buffer): string {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, content);
  return path;
}

export const TORONTO: ReadExtractOptions = {
  timeZone: "America/Toronto",
  now: Date.parse("2027-01-01T00:00:00Z"),
};

/** Reads a file of this content in Toronto, in 2026. */
export function reading(
  content: string | Buffer,
  options: ReadExtractOptions = {},
  mapping: MappingRequest = {},
): Promise<Extract> {
  return readExtract([written(content)], mapping, { ...TORONTO, ...options });
}

/** What a reading is refused for, a line for each issue. */
export async function refusalOf(read: Promise<unknown>): Promise<string> {
  try {
    await read;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues
      .map(({ code, path, message, hint }) => `${code} ${path}: ${message} (${hint})`)
      .join("\n");
  }
  throw new Error("it was read");
}

/** Codes of the faults, with their counts. */
export function faultsOf({ faults }: Extract): Record<string, number> {
  return Object.fromEntries(
    faults.map(({ code, field, count }) => [field === undefined ? code : `${code} ${field}`, count]),
  );
}

export const HEADER =
  "message_id,thread_id,patient_id,specialty,topic,sent,first_read,replied,closed,staff_id,staff_role";

/** So many messages, one a day at noon from 2 March 2026 on, of as many patients, answered after an hour. */
export function plainRows(count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2026, 2, 2 + i)).toISOString().slice(0, 10);
    return `m${i},t${i},p${i},cardiology,question,${day} 12:00,${day} 12:30,${day} 13:00,${day} 13:00,s1,RN\n`;
  }).join("");
}
