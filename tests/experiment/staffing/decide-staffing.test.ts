import { describe, expect, test } from "vitest";
import { decideStaffing, FRESH, type StaffingProblem } from "../../../src/experiment/index.ts";
import { erlangSays } from "../../../src/experiment/staffing/erlang-plan.ts";
import type { Observation } from "../../../src/experiment/staffing/observation.ts";
import { createStream } from "../../../src/random/index.ts";
import { staffingOf } from "./tiny-staffing.ts";

/** Of every standard, a value so many tolerances better than its bound, give or take `spread` of them; what is no standard is 1. */
function worldOf(
  { standards, measures }: StaffingProblem,
  slack: number,
  replication: number,
  spread = 0.1,
): Observation {
  const draws = createStream(1, replication, "worlds");
  const values = new Float64Array(2 * measures.length).fill(1);
  for (const { measure, direction, bound, tolerance } of standards) {
    const better = (slack + 2 * spread * (draws.uniform() - 0.5)) * tolerance;
    // Of a thousand, so that chance alone is hardly anything.
    values[2 * measure] = 1000 * (direction === "at least" ? bound + better : bound - better);
    values[2 * measure + 1] = 1000;
  }
  return values;
}

/** The answer of two plans that are so good in the worlds of the search, and so good in fresh ones. */
async function answerWhere(searched: number, fresh: number, { atMost = 200, spread = 0.1 } = {}) {
  const { problem, ...rest } = await staffingOf({ vary: { "staff.nurse.count": "1..2" } });
  return decideStaffing(problem, {
    ...rest,
    atMost,
    worlds: 4,
    simulate: async (_, first, count) =>
      Array.from({ length: count }, (__, i) =>
        worldOf(problem, first >= FRESH ? fresh : searched, first + i, spread),
      ),
  });
}

describe("where no plan is chosen", () => {
  test("none will do if the tests say so of all", async () => {
    const { chosen, noPlan, failed } = await answerWhere(-1, -1);
    expect([chosen, noPlan, failed]).toEqual([undefined, "none will do", []]);
  });

  test("one cannot tell if plans passed the search that could not be confirmed", async () => {
    const { chosen, noPlan, failed } = await answerWhere(2, -1);
    expect([chosen, noPlan]).toEqual([undefined, "cannot tell"]);
    expect(failed).toHaveLength(2);
  });

  test("one cannot tell if tests were cut short", async () => {
    const { chosen, noPlan, plans } = await answerWhere(0.5, -1, { atMost: 20, spread: 2 });
    expect([chosen, noPlan]).toEqual([undefined, "cannot tell"]);
    expect(plans.some(({ forced }) => forced)).toBe(true);
  });
});

test("the plan of Erlang's posts is the chosen one in all but posts, though one that is listed before it has as many", async () => {
  const { problem, ...rest } = await staffingOf({
    vary: {
      "staff.nurse.count": "1..3",
      "who replies": {
        choices: [{ name: "own" }, { name: "pool", set: { "policies.routing.type": "physician-pool" } }],
      },
    },
  });
  const { grid } = problem;
  const chosen = problem.plans.findIndex(({ name }) => /count 3/.test(name) && /pool/.test(name));
  const said = await erlangSays(problem, chosen, 2, {
    ...rest,
    worlds: 2,
    observe: async (_, count) => Array.from({ length: count }, (__, i) => worldOf(problem, 1, i + 1)),
  });
  expect(said).toMatchObject({ erlang: 1, posts: 3, isChosen: false });
  const [ours, theirs] = [chosen, problem.plans.findIndex(({ name }) => name === said!.plan)].map((plan) =>
    grid.levels(plan).map((level, i) => grid.decisions[i]!.levels[level]!.text),
  );
  expect([ours!.toSorted(), theirs!.toSorted()]).toEqual([
    ["3", "pool"],
    ["1", "pool"],
  ]);
});
