import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeFolder } from "../../src/node/make-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-make-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("making a folder", () => {
  test("makes those above it too, and finds it the second time", async () => {
    const deep = join(folder, "a", "b", "c");
    await makeFolder(deep);
    await makeFolder(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  test("several at once do not disturb each other", async () => {
    const deep = join(folder, "d", "e");
    await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(join(folder, "d"))]);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  test("refuses a place below a file", async () => {
    writeFileSync(join(folder, "file"), "");
    await expect(makeFolder(join(folder, "file"))).rejects.toThrow("EEXIST");
    await expect(makeFolder(join(folder, "file", "below"))).rejects.toThrow("ENOTDIR");
  });

  test.runIf(existsSync("/proc/self"))("ends where the system lets nobody make one", async () => {
    await expect(makeFolder("/proc/nope/deeper")).rejects.toThrow("ENOENT");
  });
});
