import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, test } from "vitest";
import { ParquetFile } from "../../src/node/parquet-file.ts";
import type { Cell, SheetColumn } from "../../src/report/index.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

const columns: readonly SheetColumn[] = [
  { name: "scenario", doc: "", type: "text" },
  { name: "point", doc: "", type: "whole" },
  { name: 'a."b c".d [per 100 days]', doc: "", type: "number" },
];

async function written(rows: readonly (readonly Cell[])[], own = columns) {
  const path = join(folder, `${files++}.parquet`);
  const file = await ParquetFile.create(path, own);
  for (const row of rows) await file.append([row]);
  const digest = await file.close();
  const bytes = readFileSync(path);
  return { bytes, digest, rows: file.rows, buffer: new Uint8Array(bytes).buffer };
}

describe("a Parquet file", () => {
  test("is read by another program as what was written: texts, whole numbers, numbers, and nothing where there is none", async () => {
    const { bytes, digest, rows, buffer } = await written([
      ["A clinic", 1, 0.1 + 0.2],
      ['Ärzte, "x"', 2, Number.NaN],
      ["", 3, Number.POSITIVE_INFINITY],
    ]);
    const name = columns[2]!.name;
    expect(await parquetReadObjects({ file: buffer })).toEqual([
      { scenario: "A clinic", point: 1, [name]: 0.30000000000000004 },
      { scenario: 'Ärzte, "x"', point: 2, [name]: null },
      { scenario: "", point: 3, [name]: Number.POSITIVE_INFINITY },
    ]);
    expect(rows).toBe(3);
    expect(digest).toEqual({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    expect(parquetMetadata(buffer)).toMatchObject({ created_by: "clinicsim", num_rows: 3n });
  });

  test("without rows still has its columns", async () => {
    const { buffer } = await written([]);
    expect(
      parquetMetadata(buffer)
        .schema.map(({ name }) => name)
        .slice(1),
    ).toEqual(columns.map(({ name }) => name));
    expect(await parquetReadObjects({ file: buffer })).toEqual([]);
  });

  test("of more rows than are held at once has them all, in their order, and the same bytes again", async () => {
    const wide = Array.from(
      { length: 50 },
      (_, i): SheetColumn => ({ name: `c${i}`, doc: "", type: "number" }),
    );
    const rows = Array.from({ length: 12_000 }, (_, r) => wide.map((_, c) => r * 50 + c + 0.5));
    const first = await written(rows, wide);
    const meta = parquetMetadata(first.buffer);
    expect(meta.row_groups.length).toBeGreaterThan(1);
    const read = await parquetReadObjects({ file: first.buffer, columns: ["c0", "c49"] });
    expect(read.map(({ c0 }) => c0)).toEqual(rows.map((row) => row[0]));
    expect(read.at(-1)).toMatchObject({ c49: rows.at(-1)!.at(-1) });
    expect((await written(rows, wide)).digest).toEqual(first.digest);
  });

  test("gives back whatever was put in", async () => {
    const row = fc.tuple(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      fc.double({ noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const { buffer } = await written(rows);
        const read = await parquetReadObjects({ file: buffer });
        expect(read.map((each) => Object.values(each))).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  test("refuses a row that does not fit its columns, and reports a disk that does not take it", async () => {
    await expect(written([["x", 1]])).rejects.toThrow("2 cells");
    await expect(ParquetFile.create(join(folder, "no-such-folder", "x.parquet"), columns)).rejects.toThrow(
      "ENOENT",
    );
  });
});
