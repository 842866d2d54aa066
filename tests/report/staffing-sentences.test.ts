import { describe, expect, test } from "vitest";
import { tightestOf } from "../../src/experiment/staffing/told.ts";
import { noPlanSentences, stepSentence, volumeSentence } from "../../src/report/staffing-sentences.ts";

const load = {
  response: "utilisation_nurse",
  label: "utilisation of nurse",
  unit: "share",
  tolerance: 0.01,
  measure: 0,
};
const requirements = [
  { ...load, direction: "at most", bound: 0.25 },
  { ...load, direction: "at least", bound: 0.05 },
  {
    ...load,
    response: "calls",
    label: "calls answered",
    direction: "at least",
    bound: 0.995,
    measure: 1,
  },
] as const;
const row = (response: string, own: number) => ({
  response,
  label: response,
  unit: "share",
  own,
  difference: { estimate: 0.1, low: 0.09, high: 0.11 },
});
const rows = [row("utilisation_nurse", 0.4), row("calls", 0.8)];

describe("two bounds on one response", () => {
  test("are told apart: only the one that breaks is named, with its own direction", () => {
    const step = { decision: "nurses", from: "2", to: "1", rows };
    expect(stepSentence({ ...step, broken: [0] }, { requirements })).toBe(
      "nurses: 1 instead of 2 breaks utilisation of nurse: 40 %, where it has to be at most 25 % (+10.0 points (+9.0 to +11.0)).",
    );
    expect(stepSentence({ ...step, broken: [1] }, { requirements })).toContain("has to be at least 5 %");
  });

  test("are named by their bounds where only names stand; one alone by its label", () => {
    const volume = { works: 1, breaks: 1.5, broken: [1, 2], worlds: 4 };
    expect(volumeSentence({ volume }, { requirements })).toContain(
      "breaks utilisation of nurse (at least 5 %) and calls answered.",
    );
  });
});

describe("without a plan", () => {
  const plan = { name: "1", forced: false } as never;
  const infeasible = {
    binding: 0,
    missed: [2, 0, 0],
    nearest: "1",
    value: 0.4,
    unit: "share",
  };

  test("says what binds where the tests say that none will do, and what that leaves open", () => {
    const said = noPlanSentences({
      noPlan: "none will do",
      infeasible,
      plans: [plan, plan],
      failed: [],
      requirements,
    });
    expect(said.join(" ")).toMatch(
      /^None of 2 plans keeps everything\. What binds is utilisation of nurse \(at most 25 %\)/,
    );
    expect(said.join(" ")).toContain("one that only just keeps them may have been passed over");
  });

  test("says that it cannot tell where plans passed and none was confirmed, and never that none will do", () => {
    const failed = [{ name: "1", worlds: 20, isCapped: true, missed: [2] }];
    const nothing = { ...infeasible, missed: [0, 0, 0] };
    const said = noPlanSentences({
      noPlan: "cannot tell",
      infeasible: nothing,
      plans: [plan, plan],
      failed,
      requirements,
    });
    expect(said.join(" ")).toBe(
      "Cannot tell whether any of 2 plans keeps everything. 1 passed the search, and none could be confirmed: “1” in 20 worlds. Try --at-most with more replications, or a wider --tolerance.",
    );
  });
});

test("the requirement with least to spare is found beside those that have nothing to go by", () => {
  expect(tightestOf([Number.NaN, 3, 1, 2])).toBe(2);
  expect(tightestOf([2, Number.NaN, 3])).toBe(0);
  expect(tightestOf([Number.NaN, Number.NaN])).toBe(0);
});
