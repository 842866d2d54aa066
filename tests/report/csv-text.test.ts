import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { CsvFile } from "../../src/node/csv-file.ts";
import { type Cell, csvText } from "../../src/report/index.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-csv-text-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

async function inFile(columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<string> {
  const path = join(folder, `${files++}.csv`);
  const file = await CsvFile.create(path, columns);
  await file.append(rows);
  await file.close();
  return readFileSync(path, "utf8");
}

describe("a sheet as text", () => {
  it("is what its file has, to the byte, whatever stands in its cells", async () => {
    const odd = fc.constantFrom(",", '"', "\n", "\r", "|", "\0", "=1", "-x", "'", "é", "");
    const text = fc.oneof(
      fc.string(),
      fc.array(odd, { maxLength: 5 }).map((parts) => parts.join("")),
    );
    const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.double());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), async (rows) => {
        const columns = [
          { name: "a,b", doc: "" },
          { name: "c", doc: "" },
        ];
        expect(csvText({ columns, rows })).toBe(await inFile(["a,b", "c"], rows));
      }),
      { numRuns: 60 },
    );
  });
});
