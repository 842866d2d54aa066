import { describe, expect, test } from "vitest";
import { type SearchProblem, searchOrder, searchPlans } from "../../../src/experiment/staffing/search.ts";
import { FRESH, type Worlds } from "../../../src/experiment/staffing/worlds.ts";
import { type FakePlan, fakeWorlds } from "./fake-worlds.ts";

const share = (mean: number) => ({ mean, sd: 0.015 });

function problemOf(plans: readonly FakePlan[], more: Partial<SearchProblem> = {}): SearchProblem {
  return {
    plans: plans.map(({ cost, hours = cost }, i) => ({
      name: `${i}`,
      expected: cost,
      lowest: -Infinity,
      hours,
    })),
    standards: [{ measure: 1, direction: "at least", bound: 0.9, tolerance: 0.01, isShare: false }],
    ranges: [[0, 1]],
    objective: 0,
    matters: 25,
    confidence: 0.95,
    atMost: 1000,
    ...more,
  };
}

const plans: readonly FakePlan[] = [
  { cost: 1000, measures: [share(0.8)] },
  { cost: 1100, measures: [share(0.85)] },
  { cost: 1200, measures: [share(0.95)] },
  { cost: 1300, measures: [share(0.99)] },
];

describe("the search", () => {
  test("finds the cheapest plan that keeps its promise, the next one, and leaves the rest alone", async () => {
    const worlds = fakeWorlds(plans, 1);
    const { chosen, runnerUp, ties, states } = await searchPlans(problemOf(plans), worlds);
    expect([chosen, runnerUp, ties]).toEqual([2, 3, []]);
    expect(states.map(({ state }) => state)).toEqual(["infeasible", "infeasible", "chosen", "feasible"]);
  });

  test("does not depend on the order in which plans are listed", async () => {
    const turned = plans.toReversed();
    const { chosen } = await searchPlans(problemOf(turned), fakeWorlds(turned, 1));
    expect(chosen).toBe(1);
  });

  test("says that there is none where there is none", async () => {
    const poor = plans.map((plan) => ({ ...plan, measures: [share(0.85)] }));
    const result = await searchPlans(problemOf(poor), fakeWorlds(poor, 1));
    expect([result.chosen, result.runnerUp, result.confirmations]).toEqual([undefined, undefined, []]);
    expect(new Set(result.states.map(({ state }) => state))).toEqual(new Set(["infeasible"]));
  });

  test("says that two plans are alike, and takes the one that is listed first", async () => {
    const twins: readonly FakePlan[] = [
      plans[0]!,
      { ...plans[2]!, cost: 1201, hours: 1200 },
      { ...plans[2]!, hours: 1200 },
    ];
    const { chosen, runnerUp, ties, tieBreaks } = await searchPlans(problemOf(twins), fakeWorlds(twins, 3));
    expect([chosen, runnerUp, ties, tieBreaks]).toEqual([1, 2, [2], ["list"]]);
    const fewer = twins.map((plan, i) => (i === 2 ? { ...plan, hours: 1199 } : plan));
    const other = await searchPlans(problemOf(fewer), fakeWorlds(fewer, 3));
    expect([other.chosen, other.ties, other.tieBreaks]).toEqual([2, [1], ["hours"]]);
  });

  test("of plans that cost the same takes the one that keeps fewer hours, which is no tie", async () => {
    const pair: readonly FakePlan[] = [
      { ...plans[2]!, hours: 60 },
      { ...plans[2]!, hours: 40 },
    ];
    const { chosen, ties } = await searchPlans(problemOf(pair), fakeWorlds(pair, 3));
    expect([chosen, ties]).toEqual([1, []]);
  });

  test("finds a plan that turns out cheaper than was expected", async () => {
    const problem = problemOf(plans);
    const misjudged = {
      ...problem,
      plans: problem.plans.map((plan, i) => (i === 2 ? { ...plan, expected: 9000 } : plan)),
    };
    const { chosen, states } = await searchPlans(misjudged, fakeWorlds(plans, 1));
    expect(chosen).toBe(2);
    expect(states[3]!.state).toBe("feasible");
  });

  test("never tries what arithmetic rules out, or what costs more for certain", async () => {
    const problem = problemOf(plans);
    const told = problem.plans.map((plan, i) =>
      i === 0 ? { ...plan, pruned: "no hours" } : { ...plan, lowest: plan.expected },
    );
    const worlds = fakeWorlds([...plans, { cost: 1400, measures: [share(0.99)] }], 1);
    const more = [...told, { name: "4", expected: 1400, lowest: 1400, hours: 1400 }];
    const { chosen, states } = await searchPlans({ ...problem, plans: more }, worlds);
    expect(chosen).toBe(2);
    expect([states[0]!.state, states[4]!.state]).toEqual(["pruned", "dearer"]);
    expect(worlds.seen).not.toContain(0);
    expect(worlds.seen).not.toContain(4);
  });

  test("confirms a plan once, in worlds that the search has not seen, and goes on to the next plan where that fails", async () => {
    const asked: (readonly [plan: number, first: number, count: number])[] = [];
    const good = fakeWorlds(plans, 1);
    // Plan 2 looks good in the search's worlds and is not.
    const poor = fakeWorlds(
      plans.map((plan, i) => (i === 2 ? { ...plan, measures: [share(0.88)] } : plan)),
      1,
    );
    const worlds: Worlds = {
      observe: (plan, first, count) => {
        asked.push([plan, first, count]);
        return (first >= FRESH ? poor : good).observe(plan, first, count);
      },
    };
    const { chosen, states, confirmations } = await searchPlans(problemOf(plans), worlds);
    expect(chosen).toBe(3);
    expect(states[2]!.state).toBe("not confirmed");
    expect(confirmations.map(({ plan, passed }) => [plan, passed])).toEqual([
      [2, false],
      [3, true],
    ]);
    const fresh = asked.filter(([, first]) => first >= FRESH);
    expect(fresh.map(([plan, first]) => [plan, first])).toEqual([
      [2, FRESH],
      [3, FRESH],
    ]);
    // The second plan has to be shown more strictly.
    expect(confirmations[1]!.error).toBeLessThan(confirmations[0]!.error);
  });

  test("says where a plan would have needed more worlds to be confirmed than it was allowed", async () => {
    const near = [{ cost: 1000, measures: [{ mean: 0.93, sd: 0.03 }] }];
    const wide = {
      measure: 1,
      direction: "at least",
      bound: 0.9,
      tolerance: 0.02,
      isShare: false,
    } as const;
    const more = (atMost: number) =>
      searchPlans(problemOf(near, { atMost, standards: [wide] }), fakeWorlds(near, 4));
    expect((await more(20)).confirmations.map(({ isCapped }) => isCapped)).toEqual([true]);
    expect((await more(1000)).confirmations.map(({ isCapped }) => isCapped)).toEqual([false]);
  });

  test("says where it was cut short", async () => {
    const near = [{ cost: 1000, measures: [{ mean: 0.905, sd: 0.2 }] }];
    const { states } = await searchPlans(problemOf(near, { atMost: 30 }), fakeWorlds(near, 1));
    expect(states[0]).toMatchObject({ forced: true, replications: 30 });
  });
});

test("of an objective of which nothing is expected the search finds the least all the same, wherever it stands", async () => {
  // Of those that keep the promise, plan 2 has least; they are taken the other way round, from the most hours to the fewest.
  for (const turn of [1, -1]) {
    const problem = problemOf(plans);
    const unknown = problem.plans.map((each, i) => ({ ...each, expected: 0, hours: turn * i }));
    for (let seed = 1; seed <= 10; seed++) {
      const { chosen } = await searchPlans({ ...problem, plans: unknown }, fakeWorlds(plans, seed));
      expect([turn, seed, chosen]).toEqual([turn, seed, 2]);
    }
  }
});

test("plans go by cost, and by hours where cost does not differ by what matters", () => {
  const plan = (expected: number, hours: number) => ({ name: "", expected, lowest: 0, hours });
  expect(searchOrder([plan(100, 9), plan(104, 5), plan(111, 1), plan(90, 9)], 5)).toEqual([3, 1, 0, 2]);
});
