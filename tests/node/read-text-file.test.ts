import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { readTextFile } from "../../src/node/read-text-file.ts";

const folder = mkdtempSync(join(tmpdir(), "clinicsim-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function refusal(path: string, limit?: number): Promise<string> {
  const error = await readTextFile(path, limit).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).issues[0]!.code;
}

describe("a text file", () => {
  test("is read without its byte order mark", async () => {
    const path = join(folder, "bom.json");
    writeFileSync(path, "\uFEFF{}\n");
    expect(await readTextFile(path)).toBe("{}\n");
  });

  test("that is not there, is a folder, or is not text, is refused in words", async () => {
    const path = join(folder, "latin1.json");
    writeFileSync(path, Buffer.from([0x7b, 0xe9, 0x7d]));
    expect(await refusal(join(folder, "absent.json"))).toBe("unreadable-file");
    expect(await refusal(folder)).toBe("unreadable-file");
    expect(await refusal(path)).toBe("not-text");
  });

  test("is refused once it is too long, even where nothing says how long it is", async () => {
    const path = join(folder, "long.json");
    writeFileSync(path, " ".repeat(1001));
    expect(await refusal(path, 1000)).toBe("file-too-large");
    expect(await readTextFile(path, 1001)).toHaveLength(1001);
    expect(await refusal("/dev/zero", 100_000)).toBe("file-too-large");
  });
});
