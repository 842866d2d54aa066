import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { fixedNumberRows } from "./intervals/fixed-number.ts";
import { sequentialRows } from "./intervals/sequential.ts";
import { coverageTables, withCoverageTables } from "./intervals/table.ts";

it("methods whose coverage is not exact cover as often as tests/README.md says", () => {
  const page = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const tables = coverageTables(fixedNumberRows(), sequentialRows());
  console.log(tables);
  expect(withCoverageTables(page, tables) === page, "run `npm run intervals:update`").toBe(true);
});
