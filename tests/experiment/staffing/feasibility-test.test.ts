import { describe, expect, test } from "vitest";
import { FeasibilityTest } from "../../../src/experiment/staffing/feasibility-test.ts";
import type { Standard } from "../../../src/experiment/staffing/standard.ts";
import { createStream, normalQuantile } from "../../../src/random/index.ts";

const standard: Standard = { measure: 0, direction: "at least", bound: 0.9, tolerance: 0.02, isShare: false };
const ERROR = 0.05;
const RUNS = 400;
/** Above the 0.9999 quantile of Binomial(400, 0.05), which is 38. */
const MOST_WRONG = 38;

/** Verdicts on a mean of `mean`, and replications taken. */
function verdicts(mean: number, against: Standard = standard) {
  let [met, taken] = [0, 0];
  for (let run = 1; run <= RUNS; run++) {
    const stream = createStream(run, 1, "feasibility");
    const block = () =>
      Array.from({ length: 10 }, () => Float64Array.of(mean + 0.03 * normalQuantile(stream.open()), 1));
    const feasibility = new FeasibilityTest([against], block(), ERROR);
    while (feasibility.verdict === "open") feasibility.add(block());
    if (feasibility.verdict === "met") met += 1;
    taken += feasibility.count;
  }
  return { met, taken };
}

describe("the test of a standard", () => {
  test("rarely finds met what lies at its bound, and rarely missed what is better by the tolerance", () => {
    expect(verdicts(0.9).met).toBeLessThanOrEqual(MOST_WRONG);
    expect(verdicts(0.92).met).toBeGreaterThanOrEqual(RUNS - MOST_WRONG);
  });

  test("and would be found out if it held its bound for half a tolerance lower", () => {
    expect(verdicts(0.9, { ...standard, bound: 0.89 }).met).toBeGreaterThan(MOST_WRONG);
  });

  test("takes fewer replications the clearer it is", () => {
    expect(verdicts(0.8).taken).toBe(10 * RUNS);
    expect(verdicts(0.85).taken).toBeLessThan(verdicts(0.9).taken);
  });

  test("is over at the latest after as many replications as it says", () => {
    const first = Array.from({ length: 10 }, (_, i) => Float64Array.of(i % 2 === 0 ? 0.88 : 0.94, 1));
    const feasibility = new FeasibilityTest([standard], first, ERROR);
    const { most } = feasibility;
    while (feasibility.count < most) feasibility.add(first.slice(0, 2));
    expect(feasibility.verdict).not.toBe("open");
  });

  test("does not take ten years without a bad month for proof that there are none", () => {
    const risk: Standard = { measure: 0, direction: "at most", bound: 0.05, tolerance: 0.025, isShare: true };
    const calm = Array.from({ length: 10 }, () => Float64Array.of(0, 12));
    const feasibility = new FeasibilityTest([risk], calm, 0.01);
    expect(feasibility.verdict).toBe("open");
    while (feasibility.verdict === "open") feasibility.add(calm);
    expect(feasibility.verdict).toBe("met");
    expect(feasibility.count).toBeGreaterThanOrEqual(20);
  });

  test("misses at once what is without end, whatever the others say", () => {
    const endless = Array.from({ length: 10 }, () => Float64Array.of(Infinity, 1, 0.99, 1));
    const standards = [{ ...standard, direction: "at most" } as const, { ...standard, measure: 1 }];
    expect(new FeasibilityTest(standards, endless, ERROR).verdicts).toEqual(["missed", "met"]);
  });
});
