import { describe, expect, it } from "vitest";
import { parseScenario, patchScenario } from "../../src/scenario/index.ts";
import { scenarioOf, shipped } from "./shipped-scenarios.ts";

describe.each(shipped)("%s", (name) => {
  const scenario = scenarioOf(name);

  it("has alternatives that can each be run", () => {
    for (const [alternative, patch] of Object.entries(scenario.alternatives)) {
      const { scenario: changed, issues } = patchScenario(scenario, patch);
      const faults = issues.filter(({ severity }) => severity === "error");
      expect(faults, alternative).toEqual([]);
      const alone = { ...JSON.parse(changed!.canonicalText), alternatives: {} };
      expect(parseScenario(JSON.stringify(alone)).scenario, alternative).toBeDefined();
    }
  });
});
