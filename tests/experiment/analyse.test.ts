import { describe, expect, test } from "vitest";
import { analyse } from "../../src/experiment/index.ts";
import { type ReplicationResult, responseDefinitions } from "../../src/model/index.ts";
import { createStream } from "../../src/random/index.ts";
import { meanInterval, pooledQuantileInterval, ratioInterval } from "../../src/stats/index.ts";
import { tinyModel, tinyResults } from "./tiny-results.ts";

const results = tinyResults(6);
const definitions = responseDefinitions(tinyModel);
const analysis = analyse(tinyModel, results, { seed: 7 });
const indexOf = (name: string) => definitions.findIndex((definition) => definition.name === name);
const rowOf = (name: string, of = analysis) => of.rows.find((row) => row.response === name)!;

function withValue(name: string, values: readonly number[]): readonly ReplicationResult[] {
  return results.map((result, i) => ({ ...result, values: result.values.with(indexOf(name), values[i]!) }));
}

describe("an analysis", () => {
  test("does not depend on the order in which results came in", () => {
    const shuffled = [3, 0, 5, 1, 4, 2].map((i) => results[i]!);
    expect(analyse(tinyModel, shuffled, { seed: 7 })).toEqual(analysis);
  });

  test("has a row for every response, in their order", () => {
    expect(analysis.rows.map(({ response }) => response)).toEqual(definitions.map(({ name }) => name));
    expect(analysis.replications).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("takes the mean of replications with Student's interval where that is the estimand", () => {
    const values = results.map((result) => result.values[indexOf("messages_per_week")]!);
    const { estimate, low, high, sd, n } = meanInterval(values);
    expect(rowOf("messages_per_week")).toMatchObject({ estimate, low, high, sd, n });
    expect(rowOf("messages_per_week").estimand).toBe("mean of replications");
  });

  test("takes the ratio of totals, not the mean of ratios, for a share of all messages", () => {
    const index = indexOf("nurse_closed_share");
    const row = rowOf("nurse_closed_share");
    const { estimate, low, high } = ratioInterval(
      results.map((result) => result.numerators[index]!),
      results.map((result) => result.denominators[index]!),
      0.95,
      [0, 1],
    );
    expect(row).toMatchObject({ estimate, low, high, estimand: "ratio of totals" });
    const meanOfRatios = results.reduce((sum, result) => sum + result.values[index]!, 0) / results.length;
    expect(row.estimate).not.toBe(meanOfRatios);
  });

  test("takes a quantile over all messages of all replications, and says so", () => {
    const { estimate, low, high } = pooledQuantileInterval(
      results.map((result) => result.samples.first_reply_business_h),
      0.9,
      { stream: createStream(7, 0, "bootstrap of first_reply_p90_business_h") },
    );
    expect(rowOf("first_reply_p90_business_h")).toMatchObject({
      estimate,
      low,
      high,
      estimand: "p90 of all pooled",
    });
  });

  test("leaves out replications in which a response is not defined", () => {
    const values = [1, Number.NaN, 3, Number.NaN, 5, 7];
    const row = rowOf(
      "backlog_monday_open",
      analyse(tinyModel, withValue("backlog_monday_open", values), { seed: 7 }),
    );
    expect(row).toMatchObject({ estimate: 4, n: 4 });
  });

  test("keeps intervals to what is possible", () => {
    const values = [0, 0, 0, 0, 0, 3];
    const row = rowOf(
      "backlog_friday_close",
      analyse(tinyModel, withValue("backlog_friday_close", values), { seed: 7 }),
    );
    expect(row.low).toBe(0);
    expect(row.high).toBeGreaterThan(0.5);
  });

  test("ends an interval where the range of the response does", () => {
    const definition = definitions.find(({ name: each }) => each.endsWith("_months_kept"))!;
    const most = definition.range[1];
    const values = [most, most, most, most, most, 0];
    const row = rowOf(definition.name, analyse(tinyModel, withValue(definition.name, values), { seed: 7 }));
    expect(meanInterval(values).high).toBeGreaterThan(most);
    expect([row.low >= 0, row.high]).toEqual([true, most]);
  });

  test("does not take a share that came out 0 for certain", () => {
    const index = indexOf("unanswered_share");
    const none = results.map((result) => ({ ...result, numerators: result.numerators.with(index, 0) }));
    const row = rowOf("unanswered_share", analyse(tinyModel, none, { seed: 7 }));
    expect([row.estimate, row.low]).toEqual([0, 0]);
    expect(row.high).toBeGreaterThan(0.05);
  });

  test("does not say of a lost call that its caller went on waiting", () => {
    const lost = results.map((result) => ({
      ...result,
      samples: { ...result.samples, call_wait_min: new Float64Array([1, Infinity, Infinity]) },
    }));
    const row = rowOf("call_wait_median_min", analyse(tinyModel, lost, { seed: 7 }));
    expect(row.estimate).toBe(Infinity);
    expect(row).not.toHaveProperty("beyond");
  });

  test("says what a wait without end is surely longer than", () => {
    const withWaits = (change: (waits: Float64Array<ArrayBuffer>) => Float64Array<ArrayBuffer>) =>
      results.map((result) => ({
        ...result,
        samples: { ...result.samples, first_reply_business_h: change(result.samples.first_reply_business_h) },
      }));
    const p90 = (changed: readonly ReplicationResult[]) =>
      rowOf("first_reply_p90_business_h", analyse(tinyModel, changed, { seed: 7 }));
    // Nobody is answered: all that is known is the run-out, five business days of nine hours.
    const silent = p90(withWaits((waits) => waits.map(() => Infinity)));
    expect(silent).toMatchObject({ estimate: Infinity, beyond: { estimate: 45, low: 45, high: 45 } });
    // The others wait for longer than that: so would those who are not answered, most of them.
    const slow = p90(withWaits((waits) => waits.map((_, i) => (i % 5 === 0 ? Infinity : 1000 + (i % 7)))));
    expect(slow.estimate).toBe(Infinity);
    expect(slow.beyond!.estimate).toBeGreaterThan(1000);
    expect(rowOf("first_reply_p90_business_h")).not.toHaveProperty("beyond");
  });

  test("of one replication has estimates and no intervals", () => {
    const { rows } = analyse(tinyModel, results.slice(0, 1), { seed: 7 });
    for (const { low, high, n } of rows) expect([low, high, n]).toEqual([Number.NaN, Number.NaN, 1]);
  });

  test("refuses a replication that came twice", () => {
    expect(() => analyse(tinyModel, [results[0]!, results[0]!], { seed: 7 })).toThrow("came back twice");
  });
});
