import { describe, expect, test } from "vitest";
import { analyse, createStoppingRule, type Until } from "../../src/experiment/index.ts";
import { isPrecise, reachOf } from "../../src/experiment/precision.ts";
import { type ReplicationResult, responseDefinitions } from "../../src/model/index.ts";
import { tinyModel, tinyResults } from "./tiny-results.ts";

const results = tinyResults(60);
const MEDIAN = { response: "first_reply_median_business_h", halfWidth: 0.35, relative: true };
const CALLS = { response: "calls_answered_share", halfWidth: 0.025, relative: false };
const VOLUME = { response: "messages_per_week", halfWidth: 0.045, relative: true };

function until(precisions: Until["precisions"], rest: Partial<Until> = {}): Until {
  return { precisions, atLeast: 10, atMost: 60, lookAhead: 5, ...rest };
}

/** Gives results one by one until they are enough. */
function run(wish: Until, from: readonly ReplicationResult[] = results) {
  const rule = createStoppingRule(tinyModel, wish, 7);
  for (let told = 1; told <= from.length; told++) {
    const wanted = rule.wanted(from.slice(0, told));
    if (wanted !== undefined) return { wanted, told, outcome: rule.outcome(from.slice(0, wanted)) };
  }
  throw new Error("it never was enough");
}

/** The same by what `analyse` says of ever more replications. */
function byHand({ precisions, atLeast }: Until): number {
  let inARow = 0;
  for (let n = atLeast; ; n++) {
    const { rows } = analyse(tinyModel, results.slice(0, n), { seed: 7 });
    const precise = precisions.every((wanted) =>
      isPrecise(rows.find(({ response }) => response === wanted.response)!, wanted),
    );
    inARow = precise ? inARow + 1 : 0;
    if (inARow === 6) return n - 5;
  }
}

describe("replicating until a precision is reached", () => {
  test("stops by the intervals that are printed, once for all responses together", () => {
    for (const wish of [until([CALLS]), until([MEDIAN, CALLS, VOLUME])]) {
      const { wanted, told, outcome } = run(wish);
      expect(outcome).toMatchObject({ ended: "precise", borneOutBy: 5 });
      expect(wanted).toBe(byHand(wish));
      expect(told).toBe(wanted + 5);
      for (const { reached, halfWidth, met } of outcome.precisions) {
        expect(met).toBe(true);
        expect(reached).toBeLessThanOrEqual(halfWidth);
      }
    }
  });

  test("takes longer for more responses than for any of them, and for a narrower interval", () => {
    const both = run(until([MEDIAN, CALLS])).wanted;
    expect(both).toBeGreaterThanOrEqual(Math.max(run(until([MEDIAN])).wanted, run(until([CALLS])).wanted));
    expect(run(until([{ ...MEDIAN, halfWidth: 0.6 }])).wanted).toBeLessThan(run(until([MEDIAN])).wanted);
  });

  test("believes nothing before the least number of replications", () => {
    const easy = until([{ ...MEDIAN, halfWidth: 5 }]);
    expect(run(easy)).toMatchObject({ wanted: 10, told: 15 });
    expect(run({ ...easy, atLeast: 40 })).toMatchObject({ wanted: 40, told: 45 });
  });

  test("gives up at the most, and says how far it came and how many it would take", () => {
    const { wanted, told, outcome } = run(until([{ ...MEDIAN, halfWidth: 0.1 }], { atMost: 30 }));
    expect([wanted, told, outcome.ended]).toEqual([30, 30, "at-most"]);
    expect(outcome).not.toHaveProperty("borneOutBy");
    const [{ reached, met, needs }] = outcome.precisions as [(typeof outcome.precisions)[number]];
    expect(met).toBe(false);
    const row = analyse(tinyModel, results.slice(0, 30), { seed: 7 }).rows.find(
      ({ response }) => response === MEDIAN.response,
    )!;
    expect(reached).toBe(reachOf(row, true));
    expect(needs).toBe(Math.ceil(30 * (reached / 0.1) ** 2));
  });

  test("does not wait for what has no end: an infinite response, or one that is not defined", () => {
    const silent = results.map((result) => ({
      ...result,
      samples: { ...result.samples, first_reply_business_h: new Float64Array([1, Infinity, Infinity]) },
    }));
    expect(run(until([MEDIAN]), silent)).toMatchObject({
      wanted: 10,
      told: 10,
      outcome: { ended: "endless", precisions: [{ met: false, needs: Number.NaN }] },
    });
    const index = responseDefinitions(tinyModel).findIndex(({ name }) => name === VOLUME.response);
    const undefinedVolume = results.map((result) => ({
      ...result,
      values: result.values.with(index, Number.NaN),
    }));
    expect(run(until([VOLUME]), undefinedVolume)).toMatchObject({
      wanted: 10,
      told: 10,
      outcome: { ended: "endless" },
    });
  });

  test("takes what never varies for exact, and an estimate of 0 that does for as far from relative precision as can be", () => {
    expect(run(until([{ response: "posts_nurse", halfWidth: 0.01, relative: true }])).wanted).toBe(10);
    expect(reachOf({ estimate: 0, low: 0, high: 0 }, true)).toBe(0);
    expect(reachOf({ estimate: 0, low: -1, high: 1 }, true)).toBe(Infinity);
    expect(reachOf({ estimate: -10, low: -12, high: -9 }, true)).toBe(0.2);
    expect(reachOf({ estimate: 5, low: Number.NaN, high: Number.NaN }, false)).toBeNaN();
  });

  test("knows better and better how many replications it will take", () => {
    const wanted = until([MEDIAN]);
    const rule = createStoppingRule(tinyModel, wanted, 7);
    expect(rule.expected()).toBe(15);
    expect(rule.least()).toBe(10);
    const { told } = run(wanted);
    for (let count = 1; count < told - 6; count++) rule.wanted(results.slice(0, count));
    expect(rule.least()).toBeGreaterThan(10);
    expect(rule.expected()).toBeGreaterThan(told / 2);
    expect(rule.expected()).toBeLessThanOrEqual(60);
  });

  test("of a response that there is not is a bug", () => {
    expect(() => createStoppingRule(tinyModel, until([{ ...MEDIAN, response: "nothing" }]), 7)).toThrow(
      "there is no response nothing",
    );
  });
});
