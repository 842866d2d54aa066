import { expect, test } from "vitest";
import { tableSheet } from "../../src/report/table-sheet.ts";
import { Table } from "../../src/results/index.ts";

test("a sheet numbers people from 1, and leaves the cell empty for nobody in particular", () => {
  const table = new Table("work", [
    { name: "team", type: "int32", doc: "team", levels: ["nurse"] },
    { name: "person", type: "int32", doc: "ordinal" },
  ]);
  table.append(0, 0);
  table.append(0, 2);
  table.append(0, -1);
  expect([...tableSheet("work.csv", 7, table).rows]).toEqual([
    [7, "nurse", 1],
    [7, "nurse", 3],
    [7, "nurse", Number.NaN],
  ]);
});
