import { expect, test } from "vitest";
import { parseScenario, starterText } from "../../src/scenario/index.ts";

test("visits so rare that there are none are refused, rather than reckoned with", () => {
  for (const perPatientPerYear of [0, 1e-9, 0.01]) {
    const patch = { "specialties.my-specialty.visits": { perPatientPerYear } };
    const { scenario, issues } = parseScenario(starterText(), { patch });
    expect(scenario).toBeUndefined();
    expect(issues.map(({ path }) => path)).toContain("specialties.my-specialty.visits.perPatientPerYear");
  }
});
