import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCsvTable } from "../../src/node/read-csv-table.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-table-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(text: string | Buffer): string {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, text);
  return path;
}

describe("a CSV file of points", () => {
  test("is read with its quotes, and without a byte order mark, blank lines and the line ends of other systems", async () => {
    const text = '\uFEFFa.b,"c [per 100, x]"\r\n1,"{""type"":""y""}"\r\n\r\n2,"two\nlines"\n\n';
    expect(await readCsvTable(file(text))).toEqual([
      ["a.b", "c [per 100, x]"],
      ["1", '{"type":"y"}'],
      ["2", "two\nlines"],
    ]);
    expect(await readCsvTable(file(""))).toEqual([]);
  });

  test.each([
    ["an open quote", 'a\n"1\n2\n', "is not CSV: missing closing"],
    ["text behind a quote", 'a\n"1"2\n', "is not CSV: expected: ','"],
    ["what is no text", Buffer.from([0xff, 0xfe, 0x00]), "is not UTF-8 text"],
  ])("with %s is refused in words", async (_, text, why) => {
    await expect(readCsvTable(file(text))).rejects.toThrow(why);
  });

  test("that is not there, or is a folder, is refused in words that speak of it", async () => {
    await expect(readCsvTable(join(folder, "absent.csv"))).rejects.toThrow("there is no file");
    await expect(readCsvTable(folder)).rejects.toThrow("is a folder");
  });
});
