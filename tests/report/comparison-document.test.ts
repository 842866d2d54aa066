import { describe, expect, test } from "vitest";
import type { ComparisonRow } from "../../src/experiment/index.ts";
import {
  type ComparisonSummary,
  comparisonDocument,
  comparisonJson,
  comparisonSheet,
  readComparisonJson,
  renderText,
} from "../../src/report/index.ts";

const kept: ComparisonRow = {
  response: "promise_share",
  label: '"two days", kept',
  group: "promises",
  unit: "share",
  better: "higher",
  headline: true,
  estimand: "ratio of totals",
  primary: true,
  base: { estimate: 0.908, low: 0.902, high: 0.913 },
  own: { estimate: 0.95, low: 0.946, high: 0.953 },
  difference: 0.042,
  low: 0.039,
  high: 0.045,
  joint: { low: 0.0371, high: 0.0468 },
  sd: 0.012,
  n: 30,
  wins: 28,
  ties: 2,
  losses: 0,
  endless: 0,
  varianceRatio: 4.94,
  smallestDifference: 0.01,
  conclusion: "better",
};

const cost: ComparisonRow = {
  ...kept,
  response: "cost_per_week",
  label: "staff cost a week",
  group: "cost",
  unit: "CAD per week",
  better: "lower",
  estimand: "mean of replications",
  base: { estimate: 3752, low: 3741, high: 3763 },
  own: { estimate: 3972, low: 3960, high: 3984 },
  difference: 220,
  low: 211,
  high: 229,
  joint: { low: 208, high: 232 },
  wins: 0,
  ties: 0,
  losses: 30,
  varianceRatio: 28_476,
  smallestDifference: 50,
  conclusion: "worse",
};

const { joint: _, ...alone } = kept;
const utilisation: ComparisonRow = {
  ...alone,
  response: "utilisation_nurse",
  label: "utilisation of nurse",
  group: "staff",
  better: "neither",
  primary: false,
  difference: -0.1,
  low: -0.11,
  high: -0.09,
  wins: 1,
  ties: 0,
  losses: 29,
  conclusion: "lower",
};

function row(of: ComparisonRow, changes: Partial<ComparisonRow>): ComparisonRow {
  return { ...of, ...changes };
}

function summary(
  alternatives: Readonly<Record<string, readonly ComparisonRow[]>>,
  more: Partial<ComparisonSummary["comparison"]> = {},
): ComparisonSummary {
  return {
    scenario: "A clinic",
    start: "2026-01-05",
    warmUpDays: 42,
    lengthDays: 364,
    runOutDays: 14,
    seed: 7,
    cautions: [],
    comparison: {
      confidence: 0.95,
      jointConfidence: 0.99,
      replications: Array.from({ length: 30 }, (_, i) => i + 1),
      base: "as it is",
      alternatives: Object.entries(alternatives).map(([name, rows]) => ({ name, rows })),
      primary: ["promise_share", "cost_per_week"],
      leftOut: [],
      ...more,
    },
  };
}

const text = (of: ComparisonSummary, options = {}) => renderText(comparisonDocument(of, options));
/** The text with its line breaks taken out. */
const flowing = (of: ComparisonSummary) => text(of).replace(/\s+/g, " ");

describe("a comparison on paper", () => {
  const one = summary({ "float pool": [kept, cost, utilisation] });

  test("has the base, the difference, its interval with all others, the worlds and what pairing was worth", () => {
    expect(text(one)).toMatch(
      /^A clinic\n1 alternative against “as it is” in the same 30 worlds · 52 weeks after 6 weeks of/,
    );
    expect(text(one)).toMatch(
      /\n"two days", kept \(base: 90\.8 %\)\n {2}float pool +95\.0 +\+4\.2 +\+3\.7 to \+4\.7 +28 of 30, 2 = +×4\.9\n/,
    );
    expect(text(one)).toMatch(
      /\nstaff cost a week \(base: 3,752 CAD per week\)\n {2}float pool +3,972 +\+220 +\+208 to \+232 +0 of 30 +>1,000\n/,
    );
  });

  test("shows what does not decide only when asked, each by itself", () => {
    expect(text(one)).not.toContain("utilisation");
    const all = text(one, { all: true });
    expect(all).toContain("What does not decide, each interval by itself");
    expect(all).toMatch(/float pool +95\.0 +−10\.0 +−11\.0 to −9\.0 +up in 1 of 30 /);
  });

  test("says in a sentence what an alternative comes to", () => {
    expect(flowing(one)).toContain(
      '– float pool: better on "two days", kept (+4.2 points, in 28 of 30 worlds); worse on staff cost a week (+220 CAD, in 30 of 30 worlds).',
    );
    const alike = row(cost, { conclusion: "alike" });
    const same = row(kept, { conclusion: "same" });
    expect(flowing(summary({ x: [same, alike] }))).toContain("– x: no difference that matters.");
    expect(flowing(summary({ x: [same, same] }))).toContain("– x: the same in every world.");
    expect(flowing(summary({ x: [kept, alike] }))).toContain(
      "; no difference that matters in staff cost a week.",
    );
    expect(flowing(summary({ x: [row(utilisation, { primary: true }), cost] }))).toContain(
      "; lower utilisation of nurse (−10.0 points, in 29 of 30 worlds).",
    );
  });

  test("says how many more worlds would tell, to two digits", () => {
    const unclear = (more?: number) =>
      flowing(
        summary({ x: [kept, row(cost, { conclusion: "unclear", ...(more === undefined ? {} : { more }) })] }),
      );
    expect(unclear(834)).toContain("; cannot tell for staff cost a week (about 840 more worlds would).");
    expect(unclear(7)).toContain("(about 7 more worlds would)");
    expect(unclear(Infinity)).toContain("(the difference is too small to tell from none)");
    expect(unclear()).toContain("cannot tell for staff cost a week.");
  });

  test("says where a difference that is there may not matter", () => {
    const small = row(kept, { difference: 0.011, joint: { low: 0.005, high: 0.017 } });
    expect(flowing(summary({ x: [small] }))).toContain(
      "(+1.1 points, in 28 of 30 worlds, perhaps less than matters)",
    );
  });

  test("sums alternatives up in one sentence", () => {
    const alike = row(cost, { conclusion: "alike" });
    const unclear = row(cost, { conclusion: "unclear", more: 9 });
    const many = summary({
      gain: [kept, alike],
      trade: [kept, cost],
      loss: [row(kept, { conclusion: "alike" }), cost],
      perhaps: [row(kept, { conclusion: "unclear" }), cost],
      none: [row(kept, { conclusion: "same" }), alike],
      open: [row(kept, { conclusion: "alike" }), unclear],
      moved: [row(kept, { better: "neither", conclusion: "higher" }), alike],
    });
    expect(flowing(many)).toContain(
      "Of 7 alternatives 1 is better on something and worse on nothing (“gain”); 1 is better on one thing and worse on another (“trade”); 1 is worse on something and better on nothing (“loss”); 1 is worse on something, and not shown to be better on anything (“perhaps”); 1 changes something that is neither better nor worse (“moved”); 1 makes no difference that matters (“none”); 1 needs more worlds before one can tell (“open”).",
    );
    expect(flowing(one)).not.toContain("Of 1 alternative");
    expect(flowing(summary({ x: [kept, alike], y: [kept, alike] }))).toContain(
      "Both alternatives are better on something and worse on nothing.",
    );
    expect(flowing(summary({ x: [alike], y: [alike], z: [alike] }))).toContain(
      "All 3 alternatives make no difference that matters.",
    );
  });

  test("has words where there is no number", () => {
    const waits = row(cost, { response: "wait", label: "first reply", unit: "h", varianceRatio: NaN });
    const end = {
      estimate: Infinity,
      low: Infinity,
      high: Infinity,
      beyond: { estimate: 45, low: 45, high: 45 },
    };
    const ends = { estimate: 12, low: 11, high: 13 };
    const none = { low: NaN, high: NaN, joint: { low: NaN, high: NaN } };
    const shown = text(
      summary({
        both: [row(waits, { base: end, own: end, difference: NaN, ...none, conclusion: "unclear" })],
        worse: [row(waits, { base: ends, own: end, difference: Infinity, ...none, conclusion: "worse" })],
        better: [row(waits, { base: end, own: ends, difference: -Infinity, ...none, conclusion: "better" })],
      }),
    );
    expect(shown).toMatch(/\nfirst reply \(base: > 45 h\)\n/);
    expect(shown.replace(/\s+/g, " ")).toContain("worse on first reply (no end to it)");
    expect(shown).toMatch(/ both +> 45 +both endless/);
    expect(shown).toMatch(/ worse +> 45 +endless/);
    expect(shown).toMatch(/ better +12\.0 +ends/);
    expect(shown.replace(/\s+/g, " ")).toContain("better on first reply (which had no end)");
    expect(shown.replace(/\s+/g, " ")).toContain("cannot tell for first reply (without end either way)");
    expect(shown).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("of one world gives differences and no opinion", () => {
    const nothing = {
      low: NaN,
      high: NaN,
      joint: { low: NaN, high: NaN },
      n: 1,
      varianceRatio: NaN,
      conclusion: "unclear",
    } as const;
    const single = summary(
      {
        x: [
          row(kept, { ...nothing, wins: 1, ties: 0, losses: 0 }),
          row(cost, { ...nothing, wins: 0, ties: 1, losses: 0 }),
        ],
      },
      { replications: [17] },
    );
    expect(text(single)).toContain("against “as it is” in world 17 ·");
    expect(text(single)).toMatch(/ x +95\.0 +\+4\.20 +1 of 1\n/);
    expect(text(single)).toMatch(/ x +3,972 +\+220 +alike\n/);
    expect(text(single)).toContain("– x: one world cannot tell a difference from chance.");
    expect(text(single)).not.toContain("hold together");
  });

  test("tells what a selection found, what it cost, and on what its promise rests", () => {
    const selection = {
      response: "cost_per_week",
      indifference: 50,
      probability: 0.95,
      left: ["as it is"],
      spent: [
        { name: "as it is", replications: 90 },
        { name: "float pool", replications: 30 },
      ],
    };
    const found = flowing(summary({ "float pool": [kept, cost] }, { selection }));
    expect(found).toContain(
      "Best by the mean over worlds of staff cost a week: “as it is”, found by a procedure that finds the best with a probability of at least 95 % where it leads by 50 CAD per week or more.",
    );
    expect(found).toContain("It took 120 replications; all alternatives for as long would have been 180.");
    const open = flowing(
      summary(
        { "float pool": [kept, cost] },
        { selection: { ...selection, left: ["as it is", "float pool"], why: "it ended" } },
      ),
    );
    expect(open).toContain("was not found: it ended. It may be any of “as it is”, “float pool”.");
  });

  test.each([80, 100])("keeps to %d columns", (width) => {
    const long =
      "a promise with a name that goes on and on until it has told everything there is to tell of it";
    const rows = [row(kept, { label: `"${long}", kept` }), cost];
    const lines = renderText(comparisonDocument(summary({ "float pool": rows, [long]: rows })), {
      width,
    }).split("\n");
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  });
});

describe("comparison.json", () => {
  test("is read again as what it was written from, numbers that are none included", () => {
    const one = summary({
      x: [row(kept, { difference: NaN, high: Infinity, low: -Infinity, joint: { low: NaN, high: 1 } })],
    });
    expect(readComparisonJson(comparisonJson(one))).toEqual(one);
    expect(comparisonJson(one)).not.toContain("NaN");
    expect(readComparisonJson("{}")).toBeUndefined();
    expect(readComparisonJson(comparisonJson(one).replace("comparison/1", "comparison/2"))).toBeUndefined();
  });
});

describe("comparison.csv", () => {
  test("has a row per alternative and response, as wide as its columns", () => {
    const { comparison } = summary({ x: [kept, utilisation], y: [kept, utilisation] });
    const { columns, rows } = comparisonSheet(comparison);
    const table = [...rows].map((cells) =>
      Object.fromEntries(cells.map((cell, i) => [columns[i]!.name, cell])),
    );
    expect(table.map(({ alternative, response }) => [alternative, response])).toEqual([
      ["x", "promise_share"],
      ["x", "utilisation_nurse"],
      ["y", "promise_share"],
      ["y", "utilisation_nurse"],
    ]);
    expect(table[0]).toMatchObject({
      primary: "yes",
      difference: 0.042,
      joint_low: 0.0371,
      wins: 28,
      conclusion: "better",
    });
    for (const cells of rows) expect(cells).toHaveLength(columns.length);
  });
});
