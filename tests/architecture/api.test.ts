import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Declarations,
  describeExports,
  ENTRIES,
  emitDeclarations,
  packagesImported,
} from "./declarations.ts";
import { root } from "./planted.ts";

let declarations: Declarations;
beforeAll(() => {
  declarations = emitDeclarations();
});

describe("the public API", () => {
  // After a change on purpose: `npm run api:update`, and let the reviewer read the difference.
  it.each(Object.keys(ENTRIES))("of %s is what the committed report says", async (entry) => {
    await expect(describeExports(declarations, entry)).toMatchFileSnapshot(
      join(root, `tests/architecture/api/${entry}.txt`),
    );
  });

  it("can be used with no other package's types than those that are installed with it", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    expect(packagesImported(declarations).filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });
});
