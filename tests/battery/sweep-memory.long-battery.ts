import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtDist } from "../config/built.ts";

const root = new URL("../../", import.meta.url).pathname;
/** Tells, when the process ends, the most memory that it ever had [KiB]. */
const TELL = `data:text/javascript,import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;

/** The most memory [MiB] of a sweep over so many points of a real clinic's week. */
function memoryOf(points: number, jobs: number): number {
  const out = mkdtempSync(join(tmpdir(), "clinicsim-memory-"));
  try {
    const week = ["run.length=1 week", "run.warmUp=0 days", "run.runOut=0 days"].flatMap((set) => [
      "--set",
      set,
    ]);
    const vary = ["specialties.rheumatology.patients=4001..4100", `run.seed=1..${points / 100}`].flatMap(
      (text) => ["--vary", text],
    );
    const argv = [
      "sweep",
      "scenarios/rheum.json",
      ...week,
      ...vary,
      "--replications",
      "1",
      "--jobs",
      `${jobs}`,
      "--out",
      out,
      "--quiet",
    ];
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", TELL, join(builtDist(), "cli.js"), ...argv],
      { cwd: root, encoding: "utf8" },
    );
    expect(status).toBe(0);
    return Number(stderr) / 1024;
  } finally {
    rmSync(out, { recursive: true });
  }
}

describe("a sweep", () => {
  it("needs no more than a tenth more memory for ten times as many points", () => {
    const [few, many] = [memoryOf(1_000, 2), memoryOf(10_000, 2)];
    process.stdout.write(`1,000 points: ${few.toFixed(0)} MiB; 10,000 points: ${many.toFixed(0)} MiB\n`);
    expect(many / few).toBeLessThan(1.1);
  });
});
