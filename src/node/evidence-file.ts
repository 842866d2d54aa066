import { readFile } from "node:fs/promises";
import type { EvidenceSource } from "../report/index.ts";

const BUILT = !import.meta.url.endsWith(".ts");
const PLACE = new URL(BUILT ? "../scenarios/evidence.csv" : "../../scenarios/evidence.csv", import.meta.url);

/** The published sources that come with clinicsim; none where the file has been taken away. */
export async function evidenceSources(): Promise<readonly EvidenceSource[]> {
  const text = await readFile(PLACE, "utf8").catch(() => undefined);
  if (text === undefined) return [];
  const { parseString } = await import("./csv-parse.ts");
  const rows: Record<string, string>[] = [];
  await new Promise<void>((done, failed) => {
    parseString<Record<string, string>, Record<string, string>>(text, { headers: true })
      .on("data", (row: Record<string, string>) => rows.push(row))
      .on("error", failed)
      .on("end", () => done());
  });
  return rows.map(({ id = "", citation = "", doi_or_url: link = "" }) => ({ id, citation, link }));
}
