import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { extractLines } from "../bench/extract-lines.mjs";
import { builtDist } from "../config/built.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-extract-memory-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Largest memory [bytes] of a process that reads so many rows and does nothing else. */
async function memoryOf(rows: number): Promise<number> {
  const path = join(folder, `${rows}.csv`);
  const file = createWriteStream(path);
  for (const lines of extractLines(rows)) if (!file.write(lines)) await once(file, "drain");
  file.end();
  await once(file, "close");
  const script = `
    import { readExtract } from ${JSON.stringify(join(builtDist(), "node.js"))};
    const extract = await readExtract([${JSON.stringify(path)}], {}, { timeZone: "America/Jamaica" });
    console.log(JSON.stringify({ rows: extract.counts.rows, memory: process.resourceUsage().maxRSS * 1024 }));`;
  const out = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  rmSync(path);
  const { rows: read, memory } = JSON.parse(out) as { rows: number; memory: number };
  expect(read).toBe(rows);
  return memory;
}

test("ten million rows take at most 1.2 times the memory of one million", {
  timeout: 3_600_000,
}, async () => {
  const one = await memoryOf(1_000_000);
  const ten = await memoryOf(10_000_000);
  console.log(
    `1 M rows ${Math.round(one / 1e6)} MB, 10 M rows ${Math.round(ten / 1e6)} MB: ${(ten / one).toFixed(2)}`,
  );
  expect(ten / one).toBeLessThanOrEqual(1.2);
});
