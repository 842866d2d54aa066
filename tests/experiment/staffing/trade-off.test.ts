import { describe, expect, test } from "vitest";
import { type SearchProblem, searchPlans } from "../../../src/experiment/staffing/search.ts";
import { tradeOff } from "../../../src/experiment/staffing/trade-off.ts";
import { createStream } from "../../../src/random/index.ts";
import { type FakePlan, fakeWorlds } from "./fake-worlds.ts";

const MATTERS = 1;

/** The share that is promised, then the second objective. */
const plan = (cost: number, minutes: number, share = 0.95): FakePlan => ({
  cost,
  measures: [
    { mean: share, sd: 0.01 },
    { mean: minutes, sd: 0.1 },
  ],
});

async function curveOf(plans: readonly FakePlan[]) {
  const problem: SearchProblem = {
    plans: plans.map(({ cost }, i) => ({ name: `${i}`, expected: cost, lowest: -Infinity, hours: cost })),
    standards: [{ measure: 1, direction: "at least", bound: 0.9, tolerance: 0.01, isShare: false }],
    ranges: [[0, 1]],
    objective: 0,
    matters: 25,
    confidence: 0.95,
    atMost: 200,
    exhaustive: true,
  };
  const result = await searchPlans(problem, fakeWorlds(plans, 1));
  const objectives = [
    { measure: 0, matters: 25 },
    { measure: 2, matters: MATTERS },
  ];
  return tradeOff({ plans: problem.plans, objectives }, result);
}

/** By the definition: plans that keep the promise, than which none is as cheap and needs fewer minutes by what matters. */
function byDefinition(plans: readonly FakePlan[]): readonly string[] {
  const kept = plans
    .map((each, i) => ({ ...each, name: `${i}` }))
    .filter(({ measures }) => measures[0]!.mean > 0.9);
  const minutes = ({ measures }: FakePlan) => measures[1]!.mean;
  return kept
    .filter((own) => !kept.some((other) => other.cost < own.cost && minutes(other) < minutes(own) + MATTERS))
    .sort((a, b) => a.cost - b.cost)
    .map(({ name }) => name);
}

describe("the trade-off between two objectives", () => {
  test("is the plans than which none is better in both, cheapest first", async () => {
    const plans = [
      plan(1000, 5, 0.8),
      plan(1100, 60),
      plan(1200, 70),
      plan(1300, 40),
      plan(1400, 10),
      plan(1500, 10),
    ];
    const curve = await curveOf(plans);
    expect(curve.map(({ name }) => name)).toEqual(["1", "3", "4"]);
    for (const { name, values } of curve) {
      const { cost, measures } = plans[Number(name)]!;
      expect(Math.abs(values[0]! - cost)).toBeLessThan(15);
      expect(Math.abs(values[1]! - measures[1]!.mean)).toBeLessThan(0.5);
    }
  });

  test("in whatever problem, whose promises some plans break", async () => {
    const draws = createStream(3, 0, "trade-offs");
    for (let problem = 0; problem < 10; problem++) {
      const plans = Array.from({ length: 12 }, (_, i) =>
        plan(1000 + 100 * i, 4 * Math.floor(20 * draws.uniform()), draws.uniform() < 0.3 ? 0.8 : 0.97),
      );
      expect((await curveOf(plans)).map(({ name }) => name)).toEqual(byDefinition(plans));
    }
  });

  test("has one plan where the cheapest is the best in everything, and none where nothing keeps the promise", async () => {
    expect((await curveOf([plan(1000, 5), plan(1100, 50)])).map(({ name }) => name)).toEqual(["0"]);
    expect(await curveOf([plan(1000, 5, 0.8), plan(1100, 50, 0.8)])).toEqual([]);
  });
});
