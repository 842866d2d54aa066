import { describe, expect, it } from "vitest";
import { differenceIn, parseDocument } from "../../src/scenario/index.ts";
import { smallScenario } from "./small-scenario.ts";

describe("a smallest difference", () => {
  it.each([
    ["share", "1pp", 0.01, false],
    ["share", "0.5 pp", 0.005, false],
    ["CAD per week", "50 CAD", 50, false],
    ["CAD per week", "50 CAD per week", 50, false],
    ["CAD per week", "50", 50, false],
    ["min per physician and week", "2 min", 2, false],
    ["h", "1.5h", 1.5, false],
    ["h", "2 hours", 2, false],
    ["min per physician and week", "2 minutes", 2, false],
    ["h", "5%", 0.05, true],
    ["d", " 1e1 d ", 10, false],
  ])("of a response in %s may be written %j", (unit, text, amount, relative) => {
    const reading = differenceIn(unit, text);
    expect(reading).toEqual({ value: { amount: expect.closeTo(amount, 12), relative } });
  });

  it.each([
    ["share", "5%", "wrong-unit"],
    ["share", "0.01", "wrong-unit"],
    ["h", "5 min", "wrong-unit"],
    ["h", "1pp", "wrong-unit"],
    ["min per physician and week", "2 mi", "wrong-unit"],
    ["h", "", "not-a-difference"],
    ["h", "some", "not-a-difference"],
    ["h", "-1 h", "not-a-difference"],
    ["h", "0 h", "out-of-range"],
  ])("of a response in %s may not be written %j", (unit, text, code) => {
    expect(differenceIn(unit, text)).toMatchObject({ fault: { code } });
  });
});

describe("what a scenario says of comparing", () => {
  const parsedWith = (comparison: object) => parseDocument({ ...smallScenario(), comparison } as never);

  it("is read with the units of the responses it names", () => {
    const { scenario, issues } = parsedWith({
      primary: ["cost_per_week", "unanswered_share", "cost_per_week"],
      smallestDifference: { unanswered_share: "2pp", cost_per_week: "10%" },
    });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(scenario!.comparison).toEqual({
      primary: ["cost_per_week", "unanswered_share"],
      smallestDifferences: {
        unanswered_share: { amount: 0.02, relative: false },
        cost_per_week: { amount: 0.1, relative: true },
      },
    });
  });

  it("may be left out", () => {
    expect(parseDocument(smallScenario()).scenario!.comparison).toEqual({ smallestDifferences: {} });
  });

  it("can only name responses that there are", () => {
    const { issues } = parsedWith({ primary: ["cost_per_weak"], smallestDifference: { nothing: "1" } });
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: "unknown-response",
        path: "comparison.primary.0",
        hint: 'did you mean "cost_per_week"?',
      }),
    );
    expect(issues.map(({ path }) => path)).toContain("comparison.smallestDifference.nothing");
  });

  it("say who is missing where nobody is there to measure", () => {
    const { issues } = parsedWith({ primary: ["clerk_message_min_per_day"] });
    expect(issues.find(({ code }) => code === "unknown-response")!.hint).toMatch(/^no clerk has a post here/);
  });
});
