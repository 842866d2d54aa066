import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Executor } from "../../src/experiment/index.ts";
import { builtDist } from "../config/built.ts";
import { newOut, resultIn, tiny } from "./clinicsim.ts";
import { tinyScenario } from "./tiny-scenario.ts";

type NodeEntry = typeof import("../../src/node/index.ts");
type PureEntry = typeof import("../../src/index.ts");

let dist = "";
beforeAll(() => {
  dist = builtDist();
});

const start = (...argv: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(dist, "cli.js"), ...argv], { stdio: ["ignore", "pipe", "pipe"] });

async function ended(child: ChildProcess) {
  const text = { out: "", err: "" };
  child.stdout!.on("data", (chunk) => {
    text.out += chunk;
  });
  child.stderr!.on("data", (chunk) => {
    text.err += chunk;
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { code, signal, ...text };
}

const long = (out: string) => ["run", tiny, "--out", out, "--keep", "full", "--replications", "5000"];

/** Waits until the run has begun to write, or has ended before it did. */
async function writing(out: string, child: ChildProcess): Promise<void> {
  const begun = () =>
    existsSync(out) && readdirSync(out).some((name) => existsSync(join(out, name, "messages.csv")));
  while (!begun() && child.exitCode === null) await new Promise((wake) => setTimeout(wake, 10));
}

describe("the command as it ships", () => {
  test("has worker threads that give the results of its own thread, to the last bit", async () => {
    const { createThreadExecutor } = (await import(join(dist, "node.js"))) as NodeEntry;
    const { jobsOf, createInlineExecutor, parseScenario } = (await import(
      join(dist, "index.js")
    )) as PureEntry;
    const jobs = jobsOf({
      engine: "any",
      scenario: parseScenario(tinyScenario).scenario!.canonicalText,
      offsets: { atStart: 0, changes: [] },
      seed: 3,
      replications: [1, 2, 3, 4, 5, 6],
      keep: "full",
    });
    const run = async (executor: Executor) => {
      const results = new Map<number, unknown>();
      await executor.run(jobs, (job, result) => void results.set(job.replication, result));
      return [...results].sort((a, b) => a[0] - b[0]);
    };
    const here = await run(createInlineExecutor());
    expect(here).toHaveLength(6);
    expect(await run(createThreadExecutor({ threads: 2, batch: 2 }))).toEqual(here);
  });

  test("gives the same bytes from one thread as from several", async () => {
    const [one, three] = [newOut(), newOut()];
    const common = ["run", tiny, "--replications", "60", "--quiet"];
    const calls = await Promise.all([
      ended(start(...common, "--out", one, "--jobs", "1")),
      ended(start(...common, "--out", three, "--jobs", "3")),
    ]);
    expect(calls.map(({ code, err }) => [code, err])).toEqual([
      [0, ""],
      [0, ""],
    ]);
    expect(resultIn(three)).toEqual(resultIn(one));
  });

  test("goes on quietly when its reader has seen enough", async () => {
    const child = start("validate", tiny);
    child.stdout!.once("data", () => child.stdout!.destroy());
    const [code] = await once(child, "close");
    expect(code).toBe(0);
  });

  test("interrupted from the keyboard exits with 130 and leaves nothing behind", async () => {
    const out = newOut();
    const child = start(...long(out));
    const result = ended(child);
    await writing(out, child);
    child.kill("SIGINT");
    expect(await result).toMatchObject({ code: 130, out: "", err: "interrupted: nothing was written\n" });
    expect(readdirSync(out)).toEqual([]);
  });

  test("killed in the middle of writing leaves no folder that looks like a result, and the next run cleans up", async () => {
    const out = newOut();
    const child = start(...long(out));
    const result = ended(child);
    await writing(out, child);
    child.kill("SIGKILL");
    expect(await result).toMatchObject({ signal: "SIGKILL" });
    expect(readdirSync(out).filter((name) => !name.startsWith(".unfinished-"))).toEqual([]);
    expect(await ended(start("run", tiny, "--out", out, "--quiet"))).toMatchObject({ code: 0 });
    expect(readdirSync(out)).toHaveLength(1);
    expect(resultIn(out).has("summary.csv")).toBe(true);
  });

  test("knows the version and the engine it was built as", async () => {
    const out = newOut();
    await ended(start("run", tiny, "--out", out, "--quiet"));
    const manifest = JSON.parse(resultIn(out).get("manifest.json")!);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(manifest.engine).toMatch(/^[0-9a-f]{64}$/);
  });
});
