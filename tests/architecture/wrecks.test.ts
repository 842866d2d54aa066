import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const rows = [...read("README.md").matchAll(/^\| (.+?) \| `(.+?\.test\.ts)` \| (.+) \|$/gm)];

test("every known wreck is held by a test of that name", () => {
  expect(rows.length).toBeGreaterThanOrEqual(15);
  const lost = rows.filter(([, , file, name]) => !read(file!).includes(`("${name}", `));
  expect(lost.map(([, wreck]) => wreck)).toEqual([]);
});
