import { expect, test } from "vitest";
import { checkText } from "../../src/report/check-summary.ts";

test("a check tells a target as it was given, not rounded to what nobody promised", () => {
  const promise = { promise: "soon", response: "soon_month_risk", target: 0.995, limit: 0.025 };
  const checked = {
    ...promise,
    estimate: 0.1,
    low: 0.08,
    high: 0.12,
    verdict: "fails",
    isSure: true,
  } as const;
  const text = checkText({
    scenario: "A clinic",
    scenarioHash: "",
    seed: 1,
    confidence: 0.95,
    replications: 30,
    burden: "estimate",
    promises: [checked],
    cautions: [],
  });
  expect(text).toContain("a month falls below 99.5 % with a risk of");
  expect(text).toContain("2.5 % is allowed");
});
