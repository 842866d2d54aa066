/** Puts into tests/README.md how often intervals cover. Run it with `npm run intervals:update`. */
import { readFileSync, writeFileSync } from "node:fs";
import { fixedNumberRows } from "./fixed-number.ts";
import { sequentialRows } from "./sequential.ts";
import { coverageTables, withCoverageTables } from "./table.ts";

const path = new URL("../../README.md", import.meta.url);
const tables = coverageTables(fixedNumberRows(), sequentialRows());
writeFileSync(path, withCoverageTables(readFileSync(path, "utf8"), tables));
