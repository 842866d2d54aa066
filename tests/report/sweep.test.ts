import { describe, expect, test } from "vitest";
import type { PointRecord, ResponseColumn, SweepTerms } from "../../src/experiment/index.ts";
import {
  readSweepSummaryJson,
  renderText,
  SweepTally,
  sweepDocument,
  sweepPointsSheet,
  sweepReplicationsSheet,
  sweepSummaryJson,
} from "../../src/report/index.ts";
import { meanInterval } from "../../src/stats/index.ts";

const kept: ResponseColumn = {
  name: "promise_two_days_share",
  unit: "share",
  label: '"two days", kept',
  group: "promises",
  doc: "A share.",
};
const wait: ResponseColumn = {
  name: "first_reply_p90_business_h",
  unit: "h",
  label: "first reply",
  group: "patients",
  doc: "A wait.",
};
const other: ResponseColumn = {
  name: "open_messages",
  unit: "messages",
  label: "open",
  group: "backlog",
  doc: "A count.",
};

function termsOf(points: number, method: SweepTerms["method"] = { type: "grid" }): SweepTerms {
  return {
    engine: "e",
    scenario: '{"name":"A clinic","run":{"replications":3,"seed":7}}',
    offsets: { atStart: 0, changes: [] },
    method,
    made: { factors: [] },
    columns: [
      { path: "staff.nurse.count", type: "number" },
      { path: 'demand."x.y".volume', unit: "per day", type: "number" },
      { path: "policies.routing", type: "text" },
    ],
    points,
    levels: "",
  };
}

function recordOf(
  point: number,
  values: readonly (readonly number[])[],
  responses = [kept, wait, other],
): PointRecord {
  return {
    point,
    levels: [point, 10.5, { type: "x" }],
    id: "id",
    scenario: "A clinic",
    warnings: point === 2 ? ["few-replications", "overload"] : [],
    responses,
    values: values.map((row) => Float64Array.from(row)),
  };
}

const documentOf = (terms: SweepTerms, records: readonly PointRecord[]) => {
  const tally = new SweepTally(terms);
  for (const record of records) tally.add(record);
  return { summary: tally.summary(), text: renderText(sweepDocument(tally.summary())) };
};

describe("sheets of a sweep", () => {
  const columns = { columns: termsOf(2).columns, responses: [wait, kept, { ...kept, name: "elsewhere" }] };
  const record = recordOf(2, [
    [0.5, 3, 1],
    [0.7, Number.POSITIVE_INFINITY, 2],
    [Number.NaN, 4, 3],
  ]);

  test("have a row for each replication: settings first, then each response in its column, and nothing where the point has none", () => {
    const sheet = sweepReplicationsSheet(columns, "parquet", record);
    expect(sheet.file).toBe("replications.parquet");
    expect(sheet.columns.map(({ name, type }) => [name, type])).toEqual([
      ["scenario", "text"],
      ["point", "whole"],
      ["replication", "whole"],
      ["staff.nurse.count", "number"],
      ['demand."x.y".volume [per day]', "number"],
      ["policies.routing", "text"],
      ["first_reply_p90_business_h", "number"],
      ["promise_two_days_share", "number"],
      ["elsewhere", "number"],
    ]);
    expect([...sheet.rows]).toEqual([
      ["A clinic", 2, 1, 2, 10.5, '{"type":"x"}', 3, 0.5, Number.NaN],
      ["A clinic", 2, 2, 2, 10.5, '{"type":"x"}', Number.POSITIVE_INFINITY, 0.7, Number.NaN],
      ["A clinic", 2, 3, 2, 10.5, '{"type":"x"}', 4, Number.NaN, Number.NaN],
    ]);
  });

  test("have a row for each point, with the mean of what its replications have", () => {
    const [row] = [...sweepPointsSheet(columns, record).rows];
    expect(row!.slice(0, 7)).toEqual([
      2,
      "A clinic",
      3,
      "few-replications overload",
      2,
      10.5,
      '{"type":"x"}',
    ]);
    expect(row!.slice(7)).toEqual([Number.POSITIVE_INFINITY, 0.6, Number.NaN]);
  });
});

describe("what is said of a sweep", () => {
  const values = [
    [0.5, 3, 1],
    [0.7, 4, 2],
    [0.9, 8, 3],
  ];

  test("shows every point where they are few, with the interval of its mean, within what a share can be", () => {
    const { summary, text } = documentOf(termsOf(2), [
      recordOf(1, values),
      recordOf(2, [
        [1, 1, 1],
        [0.9, 1, 1],
        [1, 1, 1],
      ]),
    ]);
    const [first] = summary.responses;
    const { estimate, low, high } = meanInterval([0.5, 0.7, 0.9]);
    expect(first).toMatchObject({
      response: "promise_two_days_share",
      rows: [
        { point: 1, estimate, low, n: 3 },
        { point: 2, high: 1 },
      ],
    });
    expect(first!.rows[0]!.high).toBe(Math.min(high, 1));
    expect(text).toMatch(/^A clinic\n2 points of 3 factors · 6 replications · seed 7\n/);
    expect(text).toContain('nurse.count 1, "x.y".volume 10.5 per day, policies.routing');
    expect(text).not.toContain("open");
    expect(text).toContain("! at 1 of 2 points a team is asked for more than its hours");
    expect(text).toContain("! 3 replications of a point are few");
  });

  test("shows of many points where each response is least and where it is most", () => {
    const records = Array.from({ length: 40 }, (_, i) =>
      recordOf(i + 1, [[((i * 7) % 40) / 40, i === 11 ? Number.NaN : i, 0]]),
    );
    const { summary, text } = documentOf(termsOf(40), records);
    expect(summary.responses.map(({ rows }) => rows.map(({ point }) => point))).toEqual([
      [1, 18],
      [1, 40],
    ]);
    expect(text).toMatch(/\n {2}least: nurse\.count 1,/);
    expect(text).toMatch(/\n {2}most: nurse\.count 40,/);
  });

  test("warns of Sobol' points that are no power of two", () => {
    const said = (points: number) =>
      documentOf(termsOf(points, { type: "sobol", seed: 1 }), [recordOf(1, values)]).text;
    expect(said(12)).toContain("12 Sobol' points are no power of two");
    expect(said(16)).not.toContain("power of two");
  });

  test("is the same after it was written and read", () => {
    const records = [
      recordOf(1, [[Number.NaN, Number.POSITIVE_INFINITY, 1]]),
      { ...recordOf(2, values), levels: [null, 1, "x"] },
    ];
    const { summary } = documentOf(termsOf(2), records);
    const text = sweepSummaryJson(summary);
    expect(readSweepSummaryJson(text)).toEqual(summary);
    expect(sweepSummaryJson(readSweepSummaryJson(text)!)).toBe(text);
    for (const broken of ["", "{}", text.replace("sweep-summary/1", "other")])
      expect(readSweepSummaryJson(broken)).toBeUndefined();
  });
});
