import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { file, newOut, resultIn, tiny } from "../cli/clinicsim.ts";
import { tinyScenario } from "../cli/tiny-scenario.ts";
import { builtDist } from "../config/built.ts";

let dist = "";
beforeAll(() => {
  dist = builtDist();
});

const priced = file(
  "priced.json",
  tinyScenario.replaceAll('"serves": ["clinic"]', '"serves": ["clinic"], "costPerHour": "40 CAD"'),
);
const staffing = [
  ...["staff", priced, "--vary", "staff.nurse.count=1..4", "--quiet"],
  ...["--vary", "policies.routing.type=own-physician,physician-pool"],
];
const stressing = ["stress", tiny, "--replications", "60", "--quiet"];

const start = (argv: readonly string[], out: string, jobs: number): ChildProcess =>
  spawn(process.execPath, [join(dist, "cli.js"), ...argv, "--out", out, "--jobs", `${jobs}`], {
    stdio: ["ignore", "ignore", "pipe"],
  });

async function ended(child: ChildProcess) {
  let err = "";
  child.stderr!.on("data", (chunk) => {
    err += chunk;
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { code, signal, err };
}

async function until(condition: () => boolean, child: ChildProcess): Promise<void> {
  while (!condition() && child.exitCode === null && child.signalCode === null) {
    await new Promise((wake) => setTimeout(wake, 3));
  }
}

/** Blocks of replications that a search has kept, or replications that a battery has. */
function filesIn(out: string, kept: ".points" | ".runs"): number {
  const folder = join(out, kept);
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
}

const finished = (out: string) =>
  existsSync(out) ? readdirSync(out).filter((name) => !name.startsWith(".")) : [];

describe("as it ships, in processes of its own", () => {
  test("a search for staff that is killed again and again ends in the bytes of one that was left alone, with any number of threads", async () => {
    const whole = newOut();
    expect(await ended(start(staffing, whole, 1))).toMatchObject({ code: 0, err: "" });
    const killed = newOut();
    for (let round = 1; round <= 3; round++) {
      const before = filesIn(killed, ".points");
      const child = start(staffing, killed, 1 + (round % 2));
      const result = ended(child);
      await until(() => filesIn(killed, ".points") > before, child);
      child.kill("SIGKILL");
      await result;
      expect(finished(killed)).toEqual([]);
      expect(filesIn(killed, ".points")).toBeGreaterThan(before);
    }
    expect(await ended(start(staffing, killed, 2))).toMatchObject({ code: 0, err: "" });
    expect(resultIn(killed)).toEqual(resultIn(whole));
  });

  test.each([
    ["SIGINT", 130],
    ["SIGKILL", null],
  ] as const)(
    "a battery that is stopped by %s goes on where it was, to the same bytes, and keeps nothing when it is done",
    async (signal, code) => {
      const whole = newOut();
      expect(await ended(start(stressing, whole, 1))).toMatchObject({ code: 0, err: "" });
      const stopped = newOut();
      const child = start(stressing, stopped, 2);
      const result = ended(child);
      await until(() => filesIn(stopped, ".runs") >= 20, child);
      child.kill(signal);
      expect(await result).toMatchObject({ code });
      expect(finished(stopped)).toEqual([]);
      expect(filesIn(stopped, ".runs")).toBeGreaterThanOrEqual(20);
      expect(await ended(start(stressing, stopped, 2))).toMatchObject({ code: 0, err: "" });
      expect(resultIn(stopped)).toEqual(resultIn(whole));
      expect(filesIn(stopped, ".runs")).toBe(0);
    },
  );
});
