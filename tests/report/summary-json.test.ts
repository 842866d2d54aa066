import { describe, expect, test } from "vitest";
import { readSummaryJson, summarise, summaryJson } from "../../src/report/index.ts";
import { tiny, tinyModel, tinyResults } from "../experiment/tiny-results.ts";

const summary = summarise(tiny, tinyModel, 7, tinyResults(2));

describe("summary.json", () => {
  test("gives back the summary, infinite and absent numbers too", () => {
    const [row, ...rest] = summary.analysis.rows;
    const rows = [{ ...row!, estimate: Infinity, low: Number.NaN }, ...rest];
    const odd = { ...summary, analysis: { ...summary.analysis, rows } };
    expect(readSummaryJson(summaryJson(odd))).toEqual(odd);
    expect(JSON.parse(summaryJson(odd)).responses[0]).toMatchObject({ mean: "Infinity", low: null });
  });

  test("is not taken from another text", () => {
    for (const text of ["", "{}", "null", '{"format":"clinicsim/summary/0"}'])
      expect(readSummaryJson(text)).toBeUndefined();
  });
});
