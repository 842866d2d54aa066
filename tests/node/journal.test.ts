import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { Journal } from "../../src/node/journal.ts";
import { recordOf, responses, terms } from "./sweep-terms.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-journal-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = () => join(folder, `${files++}.jsonl`);

async function written(points: readonly number[], path = newPath()): Promise<string> {
  const journal = await Journal.open(path, { terms });
  await Promise.all(points.map((point) => journal.keep(recordOf(point))));
  await journal.close();
  return path;
}

async function pointsIn(path: string): Promise<readonly number[]> {
  const journal = await Journal.open(path, { terms });
  const found = [1, 2, 3, 4].filter((point) => journal.has(point));
  for (const point of found) expect(await journal.record(point)).toEqual(recordOf(point));
  expect(journal.count).toBe(found.length);
  await journal.close();
  return found;
}

const said = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing",
    (error: unknown) => (error instanceof InputError ? error.message : String(error)),
  );

describe("a journal", () => {
  test("gives back every point to the last bit, whatever the order in which they came, before and after it was closed", async () => {
    const path = newPath();
    const journal = await Journal.open(path, { terms });
    await journal.keep(recordOf(3));
    await journal.keep(recordOf(1));
    expect(await journal.record(1)).toEqual(recordOf(1));
    expect(journal.has(2)).toBe(false);
    await journal.close();
    await written([2, 3], path);
    expect(await pointsIn(path)).toEqual([1, 2, 3]);
    expect(readFileSync(path, "utf8").trimEnd().split("\n")).toHaveLength(1 + 1 + 3);
  });

  test("keeps what is told of responses once for all points that have the same", async () => {
    const path = newPath();
    const journal = await Journal.open(path, { terms });
    const others = [...responses, { ...responses[0]!, name: "more_h" }];
    for (const [point, own] of [
      [1, responses],
      [2, others],
      [3, responses],
    ] as const)
      await journal.keep(recordOf(point, own));
    expect(journal.responsesOf(3)).toEqual(responses);
    await journal.close();
    const again = await Journal.read(path);
    expect(again.responsesOf(2)).toEqual(others);
    expect(again.responsesOf(1)).toBe(again.responsesOf(3));
    expect(await again.record(2)).toEqual(recordOf(2, others));
    await again.close();
    expect(readFileSync(path, "utf8").match(/"list":/g)).toHaveLength(2);
  });

  test("loses nothing but the last line, wherever that was broken off, and goes on behind the one before", async () => {
    const whole = await written([1, 2, 3]);
    const size = statSync(whole).size;
    const text = readFileSync(whole);
    const third = text.lastIndexOf(10, size - 2) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: third, max: size - 1 }), async (length) => {
        const path = newPath();
        writeFileSync(path, text);
        truncateSync(path, length);
        expect(await pointsIn(path)).toEqual([1, 2]);
        await written([3, 4], path);
        expect(await pointsIn(path)).toEqual([1, 2, 3, 4]);
        expect(readFileSync(path).subarray(0, third)).toEqual(text.subarray(0, third));
      }),
      { numRuns: 40 },
    );
  });

  test("cut anywhere is a journal with fewer points, never with wrong ones", async () => {
    const text = readFileSync(await written([2, 1, 4, 3]));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), async (length) => {
        const path = newPath();
        writeFileSync(path, text.subarray(0, length));
        await pointsIn(path);
        await written([1, 2, 3, 4], path);
        expect(await pointsIn(path)).toEqual([1, 2, 3, 4]);
      }),
      { numRuns: 40 },
    );
  });

  test("does not believe a line in which one bit is wrong, nor one of another sweep", async () => {
    const path = await written([1, 2, 3]);
    const text = readFileSync(path);
    const header = text.indexOf(10) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: header, max: text.length - 1 }), fc.nat(7), async (at, bit) => {
        const damaged = Buffer.from(text);
        damaged[at]! ^= 1 << bit;
        const own = newPath();
        writeFileSync(own, damaged);
        expect((await pointsIn(own)).length).toBeLessThan(3);
      }),
      { numRuns: 60 },
    );
    const other = newPath();
    const foreign = await Journal.open(other, { terms: { ...terms, levels: "xyz" } });
    await foreign.keep(recordOf(4));
    await foreign.close();
    appendFileSync(path, readFileSync(other, "utf8").split("\n").slice(1).join("\n"));
    expect(await pointsIn(path)).toEqual([1, 2, 3]);
  });

  test("with zeros at its end, as a power cut leaves them, is cut back to what is whole", async () => {
    const path = await written([1]);
    const size = statSync(path).size;
    appendFileSync(path, Buffer.alloc(5000));
    expect(await pointsIn(path)).toEqual([1]);
    expect(statSync(path).size).toBe(size);
  });

  test.each([
    ["engine", { engine: "engine-2" }, "another engine"],
    ["scenario", { scenario: '{"name":"x"}' }, "another scenario, seed or number of replications"],
    ["clock", { offsets: { atStart: 0, changes: [] } }, "other time zone data"],
    ["points", { levels: "def" }, "other points"],
    ["columns", { columns: [] }, "other points"],
  ])("of another %s is refused, and left as it is", async (_, change, difference) => {
    const path = await written([1]);
    const before = readFileSync(path);
    expect(await said(Journal.open(path, { terms: { ...terms, ...change } }))).toContain(
      `is of another sweep: ${difference}`,
    );
    expect(readFileSync(path)).toEqual(before);
  });

  test("that is none is refused, and left as it is", async () => {
    const path = newPath();
    writeFileSync(path, "dear diary\n");
    expect(await said(Journal.open(path, { terms }))).toContain("is not the journal of a sweep");
    expect(await said(Journal.read(path))).toContain("is not the journal of a sweep");
    expect(readFileSync(path, "utf8")).toBe("dear diary\n");
    expect(await said(Journal.read(newPath()))).toContain("there is no");
  });

  test("notices that somebody changed it while it was open", async () => {
    const path = newPath();
    const journal = await Journal.open(path, { terms });
    await journal.keep(recordOf(1));
    truncateSync(path, statSync(path).size - 10);
    expect(await said(journal.record(1))).toContain("was changed by somebody else");
    await journal.close();
  });
});
