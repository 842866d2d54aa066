import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/index.ts";
import { issueLines } from "./issue-lines.ts";

const folder = new URL("./broken/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

/** Wrong without being impossible: these run. */
const ONLY_WARNED = [
  "idle-policies",
  "no-physician",
  "no-triage-nurse",
  "never-served",
  "nurse-away",
  "overload",
  "overload-in-some-weeks",
  "overload-of-one",
  "shared-line",
  "warnings",
];

describe("a broken scenario", () => {
  it("is there for every class of fault", () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
    const said = names.map((name) => readFileSync(new URL(`${name}.issues.txt`, folder), "utf8")).join("");
    expect(said).not.toMatch(/undefined|\[object|NaN is|Invalid/);
  });

  it.each(names)("%s is told exactly this", async (name) => {
    const { scenario, issues } = parseScenario(readFileSync(new URL(`${name}.json`, folder), "utf8"));
    await expect(issueLines(issues)).toMatchFileSnapshot(new URL(`${name}.issues.txt`, folder).pathname);
    expect(scenario !== undefined).toBe(ONLY_WARNED.includes(name));
    expect(issues.length).toBeGreaterThan(0);
  });
});
