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
    const alone = await times(() => countRows(path));
    const whole = await times(() => readExtract([path], {}, { timeZone: "America/Jamaica" }));
    if (turn === 0) continue; // the first warms up
    ratios.push({ wall: alone.wall / whole.wall, processor: alone.processor / whole.processor });
    const rate = (seconds) => Math.round(rows / seconds);
    console.log(
      `${rate(whole.wall)} rows/s, fast-csv alone ${rate(alone.wall)}: ratio ${ratios.at(-1).wall.toFixed(2)}; by processor time ${ratios.at(-1).processor.toFixed(2)}`,
    );
  }
  const median = (of) =>
    ratios
      .map((each) => each[of])
      .sort((a, b) => a - b)
      [(TURNS - 1) / 2].toFixed(2);
  console.log(`${rows} rows: median ratio ${median("wall")}; by processor time ${median("processor")}`);
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

/** [s] on the wall and of processors; the latter hardly depends on what else the machine does. */
async function times(act) {
  globalThis.gc?.();
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
}
