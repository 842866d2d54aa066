import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as kernel from "../../src/kernel/index.ts";
import * as random from "../../src/random/index.ts";

const page = readFileSync(new URL("../../src/kernel/README.md", import.meta.url), "utf8");
const [, script] = /```js\n([\s\S]*?)```/.exec(page)!;
const exported = new Map<string, unknown>([...Object.entries(kernel), ...Object.entries(random)]);

/** What the example's last line gives, and what the page says that it gives. */
function example(): { readonly found: number; readonly said: number } {
  const names = [...script!.matchAll(/^import \{ (.*) \} from "clinicsim\/\w+";$/gm)].flatMap(([, list]) =>
    list!.split(", "),
  );
  const body = script!
    .replaceAll(/^import .*$/gm, "")
    .replace(/^(meanWait\(.*\)); \/\/ (.*)$/m, "return [$1, $2];");
  const [found, said] = new Function(...names, body)(...names.map((name) => exported.get(name)));
  return { found, said };
}

describe("the page about the kernel", () => {
  it("shows an M/M/c queue that runs, gives what it says, and is near to theory", () => {
    const { found, said } = example();
    expect(found).toBe(said);
    expect(Math.abs(found / (4 / 9) - 1)).toBeLessThan(0.03);
  });

  it("names every priority with its number, in order", () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, name, value]) => [
      name,
      Number(value),
    ]);
    expect(rows).toEqual(Object.entries(kernel.PRIORITY));
  });

  it("speaks of nothing that is not there", () => {
    const [, table] = /\| you want \| take \|\n([\s\S]*?)\n\n/.exec(page)!;
    const nouns = [...table!.matchAll(/`([A-Z]\w+)`/g)].map(([, noun]) => noun!);
    expect(nouns.length).toBeGreaterThan(8);
    for (const noun of nouns) expect(kernel).toHaveProperty(noun);
  });
});
