import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FolderLock } from "../../src/node/folder-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A lock that somebody left, so long ago [ms]. */
function left(owner: string, age: number): string {
  const path = join(folder, `${files++}.lock`);
  writeFileSync(path, owner);
  const then = new Date(Date.now() - age);
  utimesSync(path, then, then);
  return path;
}

const GONE = 2 ** 22 + 1; // above the largest process id
const owner = (pid: number, host = hostname()) => JSON.stringify({ pid, host });

describe("a lock", () => {
  test.each([
    ["a process of this machine that is there", owner(process.ppid), 1000],
    ["a process of another machine that said so a moment ago", owner(1, "elsewhere"), 1000],
    ["a process of this machine that was suspended long ago", owner(process.ppid), 300_000],
    ["somebody who is just writing it", "", 1000],
  ])("of %s keeps others away, and says whose it is", async (_, text, age) => {
    const path = left(text, age);
    await expect(FolderLock.take(path)).rejects.toThrow("is at work there");
    expect(existsSync(path)).toBe(true);
  });

  test.each([
    ["a process that is gone", owner(GONE), 1000],
    ["an earlier process of this number, as the first one in a container has it", owner(process.pid), 1000],
    ["another machine that has been silent for long", owner(1, "elsewhere"), 300_000],
    ["somebody who died while writing it", "{", 60_000],
  ])("of %s is taken over, and gone when it is given back", async (_, text, age) => {
    const path = left(text, age);
    const lock = await FolderLock.take(path);
    expect(existsSync(path)).toBe(true);
    await lock.release();
    expect(existsSync(path)).toBe(false);
  });

  test("is left alone while another process takes it from an owner that is gone", async () => {
    const path = left(owner(GONE), 1000);
    writeFileSync(`${path}.old`, "");
    await expect(FolderLock.take(path)).rejects.toThrow("is at work there");
    expect(readFileSync(path, "utf8")).toBe(owner(GONE));
    const then = new Date(Date.now() - 60_000);
    utimesSync(`${path}.old`, then, then);
    const lock = await FolderLock.take(path);
    expect(existsSync(`${path}.old`)).toBe(false);
    await lock.release();
  });

  test("that has become another's is not given back", async () => {
    const path = join(folder, `${files++}.lock`);
    const lock = await FolderLock.take(path);
    writeFileSync(path, owner(process.ppid));
    await lock.release();
    expect(readFileSync(path, "utf8")).toBe(owner(process.ppid));
  });
});
