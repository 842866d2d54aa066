import { describe, expect, test } from "vitest";
import { decider, type PlanFacts, ranked, standingOf } from "../../src/report/page/plan-facts.ts";

const promise = { name: "fast", response: "promise_fast", target: 0.9, risk: 0.05 };
const exactly = (estimate: number) => ({ estimate, low: estimate, high: estimate });
const plan = (name: string, risk: number, cost: number, more: Partial<PlanFacts> = {}): PlanFacts => ({
  name,
  risks: [exactly(risk)],
  shares: [exactly(1 - risk)],
  cost,
  afterHours: 10,
  wait: 5,
  ...more,
});
const names = (plans: readonly PlanFacts[]) => plans.map(({ name }) => name);

describe("the order in which ways of working are recommended", () => {
  test("puts those that keep the promise first, the cheapest of them before all", () => {
    const plans = [
      plan("now", 0.3, 100),
      plan("dear", 0, 300),
      plan("cheap", 0.04, 200),
      plan("worse", 0.5, 50),
    ];
    expect(names(ranked(plans, [promise]))).toEqual(["cheap", "dear", "now", "worse"]);
  });

  test("of equals in cost, the one with less work after hours; else as they came", () => {
    const plans = [plan("first", 0, 100), plan("kind", 0, 100, { afterHours: 5 }), plan("last", 0, 100)];
    expect(names(ranked(plans, [promise]))).toEqual(["kind", "first", "last"]);
  });

  test("of equals in cost and work after hours, the one that risks less, keeps more and waits less, whichever came first", () => {
    const now = plan("now", 0.01, 100, { wait: 15 });
    const surer = plan("surer", 0, 100, { shares: [exactly(0.95)], wait: 20 });
    const fuller = plan("fuller", 0, 100, { shares: [exactly(1)], wait: 20 });
    const sooner = plan("sooner", 0, 100, { shares: [exactly(0.95)], wait: 9 });
    expect(names(ranked([now, surer, sooner, fuller], [promise]))).toEqual([
      "fuller",
      "sooner",
      "surer",
      "now",
    ]);
    expect(decider(fuller, sooner)).toContain("most messages");
    expect(decider(sooner, surer)).toContain("shortest waits");
    expect(decider(surer, now)).toContain("least risk");
    expect(decider(now, { ...now })).toBeUndefined();
  });

  test("takes what is not known for the worst", () => {
    const plans = [plan("unknown", Number.NaN, 1), plan("broken", 0.4, 1)];
    expect(names(ranked(plans, [promise]))).toEqual(["broken", "unknown"]);
    expect(standingOf(plans[0]!, [promise])).toBe("none");
  });

  test("without promises, the one whose patients wait less", () => {
    const plans = [plan("slow", 0, 1, { wait: 9 }), plan("fast", 0, 2, { wait: 3 })];
    expect(names(ranked(plans, []))).toEqual(["fast", "slow"]);
  });
});

describe("whether a promise is kept", () => {
  test.each([
    [{ estimate: 0.01, low: 0, high: 0.04 }, "keeps"],
    [{ estimate: 0.01, low: 0, high: 0.09 }, "perhaps"],
    [{ estimate: 0.2, low: 0.1, high: 0.3 }, "breaks"],
    [{ estimate: 0, low: Number.NaN, high: Number.NaN }, "perhaps"],
  ])("is said with no more certainty than the interval has: %o", (risk, standing) => {
    expect(standingOf(plan("it", 0, 1, { risks: [risk] }), [promise])).toBe(standing);
  });
});
