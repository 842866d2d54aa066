import { describe, expect, test } from "vitest";
import { analyse, patternsOf } from "../../src/experiment/index.ts";
import { patternsJson, readPatternsJson } from "../../src/report/index.ts";
import { tinyModel, tinyResults } from "./tiny-results.ts";

const results = tinyResults(5);
const patterns = patternsOf(tinyModel, results);
const { rows } = analyse(tinyModel, results, { seed: 7 });
const estimate = (response: string) => rows.find((row) => row.response === response)!.estimate;

describe("the patterns that pictures are drawn from", () => {
  test("count every first message once", () => {
    const { counts, later, never } = patterns.firstReplies;
    const all = results.reduce((sum, { samples }) => sum + samples.first_reply_business_h.length, 0);
    expect(counts.reduce((sum, count) => sum + count, 0) + later + never).toBe(all);
  });

  test("have the median where the response has it", () => {
    const { counts, width, later, never } = patterns.firstReplies;
    const all = counts.reduce((sum, count) => sum + count, 0) + later + never;
    const median = estimate("first_reply_median_business_h");
    const below = (hours: number) =>
      counts.slice(0, Math.floor(hours / width)).reduce((sum, count) => sum + count, 0);
    expect(below(median)).toBeLessThanOrEqual(all / 2 + 1);
    expect(below(median + width)).toBeGreaterThanOrEqual(all / 2 - 1);
  });

  test("keep promises by month as often as over the whole window", () => {
    const [promise] = patterns.promises;
    const made = promise!.months.reduce((sum, month) => sum + month.made, 0);
    const kept = promise!.months.reduce((sum, month) => sum + month.kept, 0);
    expect(kept / made).toBeCloseTo(estimate("promise_two_days_share"), 12);
    const short = promise!.months.reduce((sum, month) => sum + month.short, 0);
    const worlds = promise!.months.reduce((sum, month) => sum + month.worlds, 0);
    expect(short / worlds).toBeCloseTo(estimate("promise_two_days_month_risk"), 12);
  });

  test("send as many messages a week as the response says, and follow the backlog of its Mondays", () => {
    expect(patterns.sent.reduce((sum, each) => sum + each, 0)).toBeCloseTo(estimate("messages_per_week"), 9);
    const measured = patterns.backlog.filter((week) => week.measured);
    const mean = measured.reduce((sum, week) => sum + week.mean, 0) / measured.length;
    expect(mean).toBeCloseTo(estimate("backlog_monday_open"), 9);
    for (const { p10, mean: own, p90 } of measured) expect(p10 <= own && own <= p90).toBe(true);
  });

  test("come back from their file to seven digits, NaN and all", () => {
    const odd = { ...patterns, sent: [1 / 3, Number.NaN, 12345678.9] };
    const [read] = readPatternsJson(patternsJson([{ name: "</script>", patterns: odd }]))!;
    expect(read!.name).toBe("</script>");
    expect(read!.patterns.sent).toEqual([0.3333333, Number.NaN, 12345680]);
    expect(read!.patterns.firstReplies).toEqual(patterns.firstReplies);
    expect(readPatternsJson("{}")).toBeUndefined();
  });
});
