import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as random from "../../src/random/index.ts";

const page = readFileSync(new URL("../../src/random/README.md", import.meta.url), "utf8");
const exported = new Map<string, unknown>(Object.entries(random));
const [, script] = /```js\n([\s\S]*?)```/.exec(page)!;

describe("the page about randomness", () => {
  it("shows an example that gives what it says", () => {
    const [, names] = /^import \{ (.*) \} from "clinicsim\/random";/.exec(script!)!;
    const body = script!
      .replace(/^import .*/, "")
      .replaceAll(/^(.*); \/\/ (.*)$/gm, "claims.push([$1, $2]);");
    const claims: [number, number][] = [];
    new Function("claims", ...names!.split(", "), body)(
      claims,
      ...names!.split(", ").map((name) => exported.get(name)),
    );
    expect(claims).toHaveLength(4);
    for (const [value, said] of claims) expect(value).toBe(said);
  });

  it("speaks of every kind by a name that exists", () => {
    const kinds = random.distributionDefinitions.map(({ type }) => type);
    const section = page.slice(page.indexOf("## Distributions"), page.indexOf("## Elementary"));
    for (const [, name] of section.matchAll(/\*\*(\w+)\*\*/g)) expect(kinds).toContain(name);
  });
});
