import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { equalAllocation } from "../../src/experiment/staffing/equal-allocation.ts";
import { type SearchProblem, searchPlans } from "../../src/experiment/staffing/search.ts";
import type { Standard } from "../../src/experiment/staffing/standard.ts";
import type { Worlds } from "../../src/experiment/staffing/worlds.ts";
import { createStream } from "../../src/random/index.ts";
import { log } from "../../src/random/math/log.ts";
import { mmcWaitExceeds } from "../../src/stats/index.ts";
import { builtDist } from "../config/built.ts";
import { type FakePlan, fakeWorlds } from "../experiment/staffing/fake-worlds.ts";
import { withOutputs } from "../readme/blocks.ts";
import { openDesk, root } from "../readme/commands.ts";

const RUNS = 1000;
/** Below it, 95 % of 1,000 are out of the question: the 0.001 quantile of Binomial(1000, 0.95). */
const FEWEST = 928;
const MATTERS = 25;

/** What is true of a plan: its cost, and by how many tolerances each standard is better than its bound. */
interface Truth {
  readonly cost: number;
  readonly slacks: readonly number[];
}

/** Whether a plan is right: it keeps everything, and none that surely does is cheaper by what matters. */
function isRight(truths: readonly Truth[], chosen: number | undefined): boolean {
  const good = truths.filter(({ slacks }) => slacks.every((slack) => slack >= 1 - 1e-9));
  if (chosen === undefined) return good.length === 0;
  const { cost, slacks } = truths[chosen]!;
  return slacks.every((slack) => slack >= -1e-9) && good.every((other) => other.cost >= cost - MATTERS);
}

interface Expected {
  /** By how much costs may be expected wrongly, as a share of them. */
  readonly misjudged?: number;
  /** Nothing is expected, as of an objective that is no cost; the best come last. */
  readonly isUnknown?: boolean;
}

function problemOf(
  truths: readonly Truth[],
  standards: readonly Standard[],
  { misjudged = 0, isUnknown = false }: Expected = {},
): SearchProblem {
  const draws = createStream(9, 0, "what costs are expected to be");
  const wrongly = (cost: number) => cost * (1 + misjudged * (2 * draws.uniform() - 1));
  return {
    plans: truths.map(({ cost }, i) => ({
      name: `${i}`,
      expected: isUnknown ? 0 : wrongly(cost),
      lowest: -Infinity,
      hours: isUnknown ? -cost : cost,
    })),
    standards,
    ranges: standards.map(({ isShare }) => (isShare ? ([0, 1] as const) : ([0, Infinity] as const))),
    objective: 0,
    matters: MATTERS,
    confidence: 0.95,
    atMost: 2000,
  };
}

const share: Standard = { measure: 1, direction: "at least", bound: 0.9, tolerance: 0.01, isShare: false };
const minutes: Standard = { measure: 2, direction: "at most", bound: 30, tolerance: 2, isShare: false };
const risk: Standard = { measure: 3, direction: "at most", bound: 0.05, tolerance: 0.025, isShare: true };
const MONTHS = 3;

function truthOf({ cost, measures: [first, second], badYears }: FakePlan): Truth {
  return {
    cost,
    slacks: [
      (first!.mean - share.bound) / share.tolerance,
      (minutes.bound - second!.mean) / minutes.tolerance,
      (risk.bound - (badYears!.chance * MONTHS) / 12) / risk.tolerance,
    ],
  };
}

/** Nurses and blocks: more of either costs more and helps. */
const grid: readonly FakePlan[] = Array.from({ length: 24 }, (_, i) => {
  const [nurses, blocks] = [Math.floor(i / 4), i % 4];
  return {
    cost: 1000 + 200 * nurses + 60 * blocks,
    measures: [
      { mean: 0.87 + 0.01 * nurses + 0.004 * blocks, sd: 0.015 },
      { mean: 36 - 4 * blocks - 0.5 * nurses, sd: 3 },
    ],
    badYears: { chance: Math.max(0, 0.3 - 0.06 * nurses - 0.02 * blocks), months: MONTHS },
  };
});

/** As hard as it can be: all plans but one lie at a bound, and that one is just better by every tolerance. */
const edge: readonly FakePlan[] = Array.from({ length: 10 }, (_, i) => ({
  cost: 1000 + 100 * i,
  measures: [
    { mean: i < 8 ? 0.9 - 1e-6 : 0.91, sd: 0.02 },
    { mean: 28, sd: 3 },
  ],
  badYears: { chance: 0.1, months: MONTHS },
}));

/** Nobody is good enough. */
const poor = grid.map((plan) => ({ ...plan, measures: [plan.measures[0]!, { mean: 31, sd: 3 }] }));

/** Messages are in time or late by four at once: a hundred such groups a year, each message of which counts as one. */
const together = grid.map((plan) => ({ ...plan, clusters: { count: 100, size: 4 } }));

interface Asked extends Expected {
  readonly plans: readonly FakePlan[];
  readonly isShare?: boolean;
}

async function rightOf({ plans, isShare = false, ...expected }: Asked) {
  const truths = plans.map(truthOf);
  const problem = problemOf(truths, [{ ...share, isShare }, minutes, risk], expected);
  let [right, spent, equal] = [0, 0, 0];
  for (let run = 1; run <= RUNS; run++) {
    const worlds = fakeWorlds(plans, run);
    const { chosen, fresh } = await searchPlans(problem, worlds);
    if (isRight(truths, chosen)) right += 1;
    if (chosen === undefined) continue;
    spent += worlds.seen.length;
    equal += equalAllocation(plans.length, problem.standards, fresh.of(chosen), 0.95);
  }
  return { right, ratio: spent / equal };
}

describe("the answer is right, or within the tolerance, in 95 of 100 problems", () => {
  test.each([
    ["nurses and blocks", { plans: grid }],
    ["all at the edge", { plans: edge }],
    ["nothing will do", { plans: poor }],
    ["costs that are misjudged by up to a fifth", { plans: grid, misjudged: 0.2 }],
    ["shares of messages that are late together", { plans: together, isShare: true }],
    ["an objective of which nothing is expected", { plans: grid, isUnknown: true }],
  ])("%s", async (name, asked) => {
    const { right, ratio } = await rightOf(asked);
    console.log(
      `${name}: right in ${right} of ${RUNS}; replications over equal allocation ${ratio.toFixed(3)}`,
    );
    expect(right).toBeGreaterThanOrEqual(FEWEST);
  });

  test("which is more than choosing by ten replications of each would be", async () => {
    const truths = edge.map(truthOf);
    let right = 0;
    for (let run = 1; run <= RUNS; run++) {
      const worlds = fakeWorlds(edge, run);
      let chosen: number | undefined;
      for (let plan = 0; plan < edge.length && chosen === undefined; plan++) {
        const seen = await worlds.observe(plan, 1, 10);
        const mean = (measure: number) =>
          seen.reduce((sum, each) => sum + each[2 * measure]!, 0) / seen.length;
        if (mean(1) >= 0.9 && mean(2) <= 30 && mean(3) / 12 <= 0.05) chosen = plan;
      }
      if (isRight(truths, chosen)) right += 1;
    }
    expect(right).toBeLessThan(FEWEST);
  });
});

describe("where Erlang is right, the answer is Erlang's", () => {
  const [lambda, mu, within, target] = [1, 0.25, 4, 0.9] as const;
  const servers = [4, 5, 6, 7, 8, 9];
  const standard: Standard = {
    measure: 1,
    direction: "at least",
    bound: target,
    tolerance: 0.02,
    isShare: false,
  };
  const inTime = (c: number) => 1 - mmcWaitExceeds(lambda, mu, c, within);
  const truths = servers.map((c) => ({ cost: 100 * c, slacks: [(inTime(c) - target) / standard.tolerance] }));

  /** First come, first served, from an empty queue: customers 301 to 600 of each replication. */
  const queue = (seed: number): Worlds => ({
    observe: async (plan, first, count) =>
      Array.from({ length: count }, (_, i) => {
        const arrivals = createStream(seed, first + i, "arrivals");
        const services = createStream(seed, first + i, "services");
        const free = new Array<number>(servers[plan]!).fill(0);
        let [now, kept] = [0, 0];
        for (let customer = 0; customer < 600; customer++) {
          now -= log(arrivals.open()) / lambda;
          const soonest = free.reduce((least, each, k) => (each < free[least]! ? k : least), 0);
          const start = Math.max(now, free[soonest]!);
          free[soonest] = start - log(services.open()) / mu;
          if (customer >= 300 && start - now <= within) kept += 1;
        }
        return Float64Array.of(100 * servers[plan]!, 1, kept, 300);
      }),
  });

  test("which is not at the edge of a tolerance", () => {
    expect(truths.map(({ slacks }) => slacks[0]! >= 1).indexOf(true)).toBe(2);
    expect(truths[1]!.slacks[0]).toBeLessThan(0);
  });

  test("in 95 of 100 problems", async () => {
    let right = 0;
    for (let run = 1; run <= RUNS; run++) {
      const { chosen } = await searchPlans(problemOf(truths, [standard]), queue(run));
      if (chosen === 2) right += 1;
    }
    console.log(`Erlang: ${right} of ${RUNS}`);
    expect(right).toBeGreaterThanOrEqual(FEWEST);
  });
});

describe("the shipped problems", () => {
  const shipped = ["rheum", "dermatology", "surgery", "mental-health"];

  test.each(shipped)("%s takes a fifth of the replications of equal allocation at most", (name) => {
    const out = mkdtempSync(join(tmpdir(), "clinicsim-staffing-"));
    try {
      const file = new URL(`../../scenarios/${name}.json`, import.meta.url).pathname;
      execFileSync("node", [
        join(builtDist(), "cli.js"),
        "staff",
        file,
        "--out",
        out,
        "--quiet",
        "--worlds",
        "4",
      ]);
      const [folder] = readdirSync(out).filter((each) => each !== ".points");
      const { spent, chosen } = JSON.parse(readFileSync(join(out, folder!, "staffing.json"), "utf8"));
      console.log(`${name}: ${spent.search + spent.confirmation} of ${spent.equal} (${chosen.name})`);
      expect(chosen).toBeDefined();
      expect(spent.search + spent.confirmation).toBeLessThanOrEqual(spent.equal / 5);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});

test("the README shows what the rheumatology clinic's answer really is", () => {
  const page = readFileSync(join(root, "README.md"), "utf8");
  const desk = openDesk();
  try {
    expect(page).toContain("<!-- long output: clinicsim staff ");
    expect(
      withOutputs(page, (command) => desk.run(command), "long output") === page,
      "npm run readme:update -- --long",
    ).toBe(true);
  } finally {
    desk.close();
  }
});
