import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createStream } from "../../src/random/index.ts";
import { builtDist } from "../config/built.ts";
import { newOut, tiny } from "./clinicsim.ts";

let dist = "";
/** The files of the sweep that nobody disturbed. */
let whole: ReadonlyMap<string, string>;
/** Size of the half of its journal that comes first [KiB]. */
let halfJournal = 0;
beforeAll(async () => {
  dist = builtDist();
  const out = newOut();
  expect(await ended(start(argv(out)))).toMatchObject({ code: 0, err: "" });
  whole = sweepIn(out);
  const lines = readFileSync(journalIn(out), "latin1").split("\n");
  halfJournal = Math.ceil(lines.slice(0, lines.length / 2).join("\n").length / 1024);
});

const design = [
  "--vary",
  "specialties.clinic.demand.volume=60:90:5 per 100 portal patients per month",
  "--vary",
  "policies.routing.type=own-physician,physician-pool",
];
const short = ["--set", "run.length=1 week", "--set", "run.runOut=0 days", "--replications", "2"];
const argv = (out: string) => ["sweep", tiny, ...short, ...design, "--out", out, "--quiet"];
const POINTS = 14;
const long = (out: string) => [...argv(out), "--replications", "300"];

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(dist, "cli.js"), ...args], { stdio: ["ignore", "pipe", "pipe"] });

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

const isOwn = (name: string) => !name.startsWith(".");

/** Files that are the same bytes whatever the way to them. */
function sweepIn(out: string): ReadonlyMap<string, string> {
  const [name, ...others] = readdirSync(out).filter(isOwn);
  expect(others).toEqual([]);
  const files = readdirSync(join(out, name!)).filter(
    (each) => !["journal.jsonl", "provenance.json"].includes(each),
  );
  return new Map(files.sort().map((each) => [each, readFileSync(join(out, name!, each), "latin1")]));
}

function journalIn(out: string): string {
  const [name] = existsSync(out) ? readdirSync(out).filter(isOwn) : [];
  return join(out, name ?? "", "journal.jsonl");
}

/** Points that the journal in `out` has, going by its lines. */
function pointsDone(out: string): number {
  const path = journalIn(out);
  return existsSync(path)
    ? (readFileSync(path, "utf8").match(/^[0-9a-f]{16} \{"point":.*\n/gm) ?? []).length
    : 0;
}

async function until(condition: () => boolean, child: ChildProcess): Promise<void> {
  while (!condition() && child.exitCode === null && child.signalCode === null) {
    await new Promise((wake) => setTimeout(wake, 3));
  }
}

describe("a sweep as it ships", () => {
  test("killed at any moment, again and again, loses no point that was done, and ends in the bytes of one that was left alone", async () => {
    const killed = newOut();
    const stream = createStream(11, 0, "moments to kill at");
    let done = 0;
    for (let round = 0; round < 4 && done < POINTS; round++) {
      const child = start([...argv(killed), "--jobs", String(1 + (round % 2))]);
      const result = ended(child);
      const next = done + Math.floor(stream.uniform() * 4);
      await until(() => pointsDone(killed) > next, child);
      await new Promise((wake) => setTimeout(wake, stream.uniform() * 20));
      child.kill("SIGKILL");
      const { signal, code } = await result;
      expect(signal === "SIGKILL" || code === 0).toBe(true);
      const now = pointsDone(killed);
      expect(now).toBeGreaterThanOrEqual(done);
      done = now;
      // What is known from elsewhere must not hide what the journal has lost.
      rmSync(join(killed, ".points"), { recursive: true, force: true });
    }
    expect(done).toBeGreaterThan(0);
    expect(await ended(start([...argv(killed), "--resume"]))).toEqual({
      code: 0,
      signal: null,
      out: "",
      err: "",
    });
    expect(sweepIn(killed)).toEqual(whole);
  }, 180_000);

  test("killed while its files are being made leaves no manifest, and makes them whole the next time", async () => {
    const killed = newOut();
    const child = start(argv(killed));
    const result = ended(child);
    const isMaking = () =>
      existsSync(killed) && readdirSync(killed).some((name) => name.startsWith(".unfinished-"));
    await until(isMaking, child);
    child.kill("SIGKILL");
    await result;
    expect(await ended(start(argv(killed)))).toMatchObject({ code: 0, err: "" });
    expect(sweepIn(killed)).toEqual(whole);
    expect(readdirSync(killed).filter((name) => name.startsWith(".unfinished-"))).toEqual([]);
  });

  test("interrupted from the keyboard, by Ctrl-C, says what is kept and exits with 130", async () => {
    const out = newOut();
    const child = start(long(out));
    const result = ended(child);
    await until(() => pointsDone(out) > 0, child);
    child.kill("SIGINT");
    const { code, err } = await result;
    expect(code).toBe(130);
    const [, kept] = /^interrupted: (\d+) of 14 points are kept in /.exec(err)!;
    expect(Number(kept)).toBe(pointsDone(out));
  });

  test.skipIf(process.platform === "win32")(
    "on a disk that is full says so without a stack trace, and goes on when there is room",
    async () => {
      const full = newOut();
      // A limit on the size of files, as a full disk would be: the line that does not fit is written in part.
      const limited = `trap '' XFSZ; ulimit -f ${halfJournal}; exec "$0" "$@"`;
      const child = spawn("bash", [
        "-c",
        limited,
        process.execPath,
        join(dist, "cli.js"),
        ...argv(full),
        "--jobs",
        "1",
      ]);
      const { code, err } = await ended(child);
      expect(code).toBe(2);
      expect(err).toMatch(/^error {2}EFBIG.*\n {4}no file may be that large there/);
      const kept = pointsDone(full);
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(POINTS);
      expect(await ended(start([...argv(full), "--resume"]))).toMatchObject({ code: 0, err: "" });
      expect(sweepIn(full)).toEqual(whole);
    },
  );

  test("is at work in one process at a time", async () => {
    const out = newOut();
    const child = start(long(out));
    const result = ended(child);
    await until(() => pointsDone(out) > 0, child);
    const second = await ended(start(long(out)));
    expect(second).toMatchObject({ code: 2, out: "" });
    expect(second.err).toContain(`process ${child.pid} is at work there`);
    child.kill("SIGKILL");
    await result;
  });
});
