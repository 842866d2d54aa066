#!/usr/bin/env node
/**
 * What the command costs before it does anything: medians of whole processes, over an empty Node process, in interleaved rounds.
 *
 *   node tests/bench/startup.mjs [--rounds 21]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({ options: { rounds: { type: "string", default: "21" } } });
const folder = mkdtempSync(join(tmpdir(), "clinicsim-startup-"));
const empty = join(folder, "empty.mjs");
writeFileSync(empty, "");
const cli = join(root, "dist", "cli.js");

/** Each with the ratio it should stay below. */
const subjects = [
  { name: "empty Node process", args: [empty] },
  { name: "clinicsim --help", args: [cli, "--help"], goal: 1.25 },
  {
    name: "clinicsim validate scenarios/rheum.json",
    args: [cli, "validate", "scenarios/rheum.json"],
    goal: 3,
  },
].map((subject) => ({ ...subject, times: [] }));

/** [ms] */
function timeOf(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
  return time;
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

try {
  for (const { args } of subjects) timeOf(args); // fill the file cache
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const subject of subjects) subject.times.push(timeOf(subject.args));
  }
  const base = median(subjects[0].times);
  console.log(`start-up, medians of ${values.rounds} interleaved rounds on Node ${process.version}`);
  for (const { name, times, goal } of subjects) {
    const ratio = median(times) / base;
    const verdict = goal === undefined ? "" : `   goal ≤ ${goal}: ${ratio <= goal ? "reached" : "missed"}`;
    console.log(
      `${name.padEnd(42)} ${median(times).toFixed(1).padStart(7)} ms ${ratio.toFixed(2).padStart(6)} ×${verdict}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
