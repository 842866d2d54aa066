/** A changed golden file says "changed", not "wrong": say in CHANGELOG.md why, and renew it with `npm run golden:update`. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, parseScenario, responseDefinitions, runReplication } from "../../src/index.ts";

const text = readFileSync(new URL("../../scenarios/rheum.json", import.meta.url), "utf8");
/** Toronto's clock in the scenario's run: 2026-03-08, 2026-11-01 [min since 2025-11-24]. */
const clockChanges = [
  { at: 104 * 1440 + 120, jump: 60 },
  { at: 342 * 1440 + 60, jump: -60 },
];

describe("scenarios/rheum.json", () => {
  const { scenario } = parseScenario(text);
  const model = compile(scenario!.clinic, clockChanges);
  const definitions = responseDefinitions(model);

  it.each([1, 17])("gives the same bytes as ever in replication %i", async (replication) => {
    const { values } = runReplication(model, { seed: 2026, replication, keep: "responses" });
    const lines = definitions.map(({ name, unit }, i) => `${name} [${unit}] ${String(values[i])}\n`);
    await expect(lines.join("")).toMatchFileSnapshot(`rheum.replication-${replication}.txt`);
  });

  it("gives other numbers for another seed", () => {
    const run = (seed: number) => runReplication(model, { seed, replication: 1, keep: "responses" }).values;
    expect(run(2027)).not.toEqual(run(2026));
  });
});
