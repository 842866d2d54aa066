import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parseString } from "fast-csv";
import { afterAll, describe, expect, test } from "vitest";
import { CsvFile } from "../../src/node/csv-file.ts";
import type { Cell } from "../../src/report/index.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-csv-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

async function written(columns: readonly string[], ...batches: (readonly Cell[])[][]) {
  const path = join(folder, `${files++}.csv`);
  const file = await CsvFile.create(path, columns);
  for (const batch of batches) await file.append(batch);
  const digest = await file.close();
  return { text: readFileSync(path, "utf8"), digest, rows: file.rows };
}

async function read(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  await new Promise((done, failed) => {
    parseString<string[], string[]>(text, { headers: false })
      .on("data", (row) => rows.push(row))
      .on("error", failed)
      .on("end", done);
  });
  return rows;
}

describe("a CSV file", () => {
  test("holds a header and rows, numbers in full, nothing for what is not there", async () => {
    const { text, digest, rows } = await written(
      ["a", "b_min"],
      [["x", 0.1 + 0.2]],
      [
        ["y", Number.NaN],
        ["z", Infinity],
      ],
    );
    expect(text).toBe("a,b_min\nx,0.30000000000000004\ny,\nz,Infinity\n");
    expect(rows).toBe(3);
    expect(digest).toEqual({
      bytes: Buffer.byteLength(text),
      sha256: createHash("sha256").update(text).digest("hex"),
    });
  });

  test("with no rows still has its header", async () => {
    expect((await written(["a", "b"])).text).toBe("a,b\n");
  });

  test("gives a spreadsheet no formula to run, and leaves negative numbers alone", async () => {
    const { text } = await written(["=a"], [["=HYPERLINK(1)"], ["+1"], ["-x"], ["@y"], [-5], ["fine"]]);
    expect(text).toBe("'=a\n'=HYPERLINK(1)\n'+1\n'-x\n'@y\n-5\nfine\n");
  });

  test("refuses a row that does not fit its columns", async () => {
    await expect(written(["a", "b"], [["only one"]])).rejects.toThrow("1 cells");
  });

  test("gives back the text that was put in, whatever it is", async () => {
    // The reader used here drops white space at a cell's ends; ours keeps it.
    const cell = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text.trim() === text && !/^[=+\-@]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async (rows) => {
        const { text } = await written(["a", "b"], rows);
        expect(await read(text)).toEqual([["a", "b"], ...rows]);
      }),
      { numRuns: 50 },
    );
  });

  test("reports a disk that does not take it", async () => {
    const file = await CsvFile.create(join(folder, "no-such-folder", "x.csv"), ["a"]);
    await expect(file.close()).rejects.toThrow("ENOENT");
  });
});
