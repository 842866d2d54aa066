import { describe, expect, test } from "vitest";
import { FeasibilityTest } from "../../../src/experiment/staffing/feasibility-test.ts";
import { requirementsOf } from "../../../src/experiment/staffing/requirement.ts";
import { centreOf, type Standard } from "../../../src/experiment/staffing/standard.ts";
import type { ResponseDefinition } from "../../../src/model/index.ts";
import { createStream } from "../../../src/random/index.ts";

const kept = {
  name: "promise_kept_share",
  label: "kept",
  unit: "share",
  group: "promises",
  doc: "",
  better: "higher",
  range: [0, 1],
  estimand: { type: "ratio" },
} as unknown as ResponseDefinition;

type Direction = Standard["direction"];

function requirement(direction: Direction, value: number, told?: string) {
  const bounds = [{ response: kept.name, direction, value }];
  const amount = told === undefined ? {} : { [kept.name]: { amount: Number(told), relative: false } };
  return requirementsOf({ bounds, tolerances: amount } as never, [kept])[0]!;
}

function standardOf(direction: Direction, value: number): Standard {
  const { tolerance } = requirement(direction, value);
  return { measure: 0, direction, bound: value, tolerance, isShare: true };
}

const SEEDS = 200;
const MESSAGES = 400;

/** Of so many seeds, how many find a plan whose share is `truth` to meet the standard; messages fall short one by one. */
function found(standard: Standard, truth: number): number {
  let met = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const stream = createStream(seed, 1, "messages");
    const block = () =>
      Array.from({ length: 10 }, () => {
        let inTime = 0;
        for (let i = 0; i < MESSAGES; i++) if (stream.uniform() < truth) inTime += 1;
        return Float64Array.of(inTime, MESSAGES);
      });
    const feasibility = new FeasibilityTest([standard], block(), 0.0125);
    while (feasibility.verdict === "open") feasibility.add(block());
    if (feasibility.verdict === "met") met += 1;
  }
  return met;
}

describe("a bound near the end of what a response can be", () => {
  test.each([
    ["at least", 0.995, 0.999],
    ["at most", 0.005, 0.001],
  ] as const)(
    "%s %d: a plan that is better is found for 95 % of seeds, one that is worse is not",
    (direction, bound, better) => {
      const standard = standardOf(direction, bound);
      expect(centreOf(standard)).toBeGreaterThan(0);
      expect(centreOf(standard)).toBeLessThan(1);
      expect(found(standard, better)).toBeGreaterThanOrEqual(0.95 * SEEDS);
      expect(found(standard, bound)).toBeLessThanOrEqual(0.05 * SEEDS);
    },
  );

  test("has chance counted as at the bound: ten flawless years prove nothing of 99.5 %", () => {
    const calm = Array.from({ length: 10 }, () => Float64Array.of(12, 12));
    for (const tolerance of [0.0025, 0.005, 0.01]) {
      const standard = { ...standardOf("at least", 0.995), tolerance };
      expect(new FeasibilityTest([standard], calm, 0.0125).verdict).not.toBe("met");
    }
  });
});

describe("a tolerance", () => {
  test("that nobody has told is a point, and half of the room where there are less than two", () => {
    expect(requirement("at least", 0.9).tolerance).toBe(0.01);
    expect(requirement("at least", 0.996).tolerance).toBeCloseTo(0.002, 12);
    expect(requirement("at most", 0.004).tolerance).toBeCloseTo(0.002, 12);
  });

  test("that somebody has told is taken up to the room there is, and refused beyond, saying how much there is", () => {
    expect(requirement("at least", 0.99, "0.01").tolerance).toBe(0.01);
    expect(() => requirement("at least", 0.995, "0.01")).toThrow(
      "staffing.tolerance.promise_kept_share: no plan can be better by the tolerance than promise_kept_share at least 99.5 %: there are 0.5 points to go",
    );
    expect(() => requirement("at most", 0.005, "0.01")).toThrow("there are 0.5 points to go");
  });
});
