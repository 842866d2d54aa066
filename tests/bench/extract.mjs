/**
 * Rows a second of reading an extract, as a ratio to reading the same file with fast-csv alone: one process, in turns, median of the ratios.
 *
 *   npm run bench:extract [-- rows]
 */
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "fast-csv";
import { readExtract } from "../../dist/node.js";
import { extractLines } from "./extract-lines.mjs";

const TURNS = 3;
const rows = Number(process.argv[2] ?? 300_000);
const folder = mkdtempSync(join(tmpdir(), "clinicsim-bench-extract-"));
const path = join(folder, "extract.csv");

try {
  await write(path);
  const ratios = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    const alone = await seconds(() => countRows(path));
    const whole = await seconds(() => readExtract([path], {}, { timeZone: "America/Jamaica" }));
    if (turn === 0) continue; // the first warms up
    ratios.push(alone / whole);
    console.log(
      `${Math.round(rows / whole)} rows/s, fast-csv alone ${Math.round(rows / alone)}: ratio ${(alone / whole).toFixed(2)}`,
    );
  }
  ratios.sort((a, b) => a - b);
  console.log(`${rows} rows: median ratio ${ratios[(TURNS - 1) / 2].toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function write(to) {
  const file = createWriteStream(to);
  for (const lines of extractLines(rows)) if (!file.write(lines)) await once(file, "drain");
  file.end();
  await once(file, "close");
}

function countRows(from) {
  return new Promise((done, failed) => {
    let count = 0;
    createReadStream(from)
      .pipe(parse({ headers: false }))
      .on("data", () => {
        count += 1;
      })
      .on("error", failed)
      .on("end", () => done(count));
  });
}

async function seconds(act) {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
}
