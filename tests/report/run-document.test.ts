import { describe, expect, test } from "vitest";
import type { AnalysisRow } from "../../src/experiment/index.ts";
import { renderText, runDocument, type Summary } from "../../src/report/index.ts";

const row = (changes: Partial<AnalysisRow>): AnalysisRow => ({
  response: "messages_per_week",
  label: "messages a week",
  group: "volume",
  unit: "per week",
  doc: "",
  better: "neither",
  headline: true,
  estimand: "mean of replications",
  estimate: 100.123,
  sd: 5,
  low: 98.5,
  high: 101.7,
  n: 30,
  ...changes,
});
const wait = (changes: Partial<AnalysisRow>) => row({ group: "patients", unit: "h", ...changes });
const rows: readonly AnalysisRow[] = [
  row({}),
  wait({ response: "first_reply_median_business_h", label: "median", estimate: 2.34, low: 2.1, high: 2.6 }),
  wait({ response: "first_reply_p90_business_h", label: "p90", estimate: 9.87, low: 8.4, high: 11.2 }),
  row({
    response: "promise_fast_share",
    label: "kept",
    group: "promises",
    unit: "share",
    estimate: 0.93,
    low: 0.921,
    high: 0.939,
  }),
  row({
    response: "promise_fast_month_risk",
    group: "promises",
    unit: "share",
    estimate: 0.2,
    low: 0.15,
    high: 0.25,
  }),
  row({
    response: "physician_message_min_per_day",
    group: "staff",
    unit: "min",
    estimate: 31.2,
    low: 29,
    high: 33,
  }),
  row({
    response: "physician_after_hours_min_per_week",
    group: "staff",
    unit: "min",
    estimate: 12,
    low: 9,
    high: 15,
  }),
  row({ response: "hidden", label: "hidden", headline: false }),
];

const summary = (changes: readonly AnalysisRow[] = rows, more: Partial<Summary> = {}): Summary => ({
  scenario: "A clinic",
  scenarioHash: "0".repeat(64),
  start: "2026-01-05",
  warmUpDays: 42,
  lengthDays: 364,
  runOutDays: 14,
  seed: 2026,
  promises: [{ name: "fast", response: "promise_fast", target: 0.9, risk: 0.05 }],
  kind: {
    type: "steady-state",
    because: [],
    overloaded: [],
    closedDates: 0,
    openingBacklog: 0,
    warmUp: { days: 42, verdict: "enough", weeks: 2, of: 58 },
  },
  analysis: { confidence: 0.95, replications: [1, 2, 3], rows: changes },
  regimes: [],
  sanity: {
    teams: [
      {
        team: "nurse",
        people: 1,
        load: 0.8,
        peakLoad: 0.92,
        oneAwayLoad: Infinity,
        overloadedPeople: [],
        erlangWait: 9.5,
        fluidGrowth: 0,
      },
    ],
    littlesLaw: { meanOpen: 24.9, sentPerWeek: 95.3, meanStay: 2633.7, meanTime: 2650, worst: -2e-13 },
  },
  cautions: [],
  ...more,
});

const replace = (response: string, changes: Partial<AnalysisRow>) =>
  rows.map((each) => (each.response === response ? { ...each, ...changes } : each));
const text = (of: Summary) => renderText(runDocument(of), { width: 100 });
/** Without the line breaks that the width brings. */
const flowing = (of: Summary) => text(of).replace(/\s+/g, " ");

describe("the report of a run", () => {
  test("says what was run", () => {
    expect(text(summary())).toMatch(
      /^A clinic\n52 weeks after 6 weeks of warm-up from 2026-01-05 · 3 replications · seed 2026\n/,
    );
  });

  test("shows headline responses by group, rounded as their intervals bear out", () => {
    const shown = text(summary());
    expect(shown).toMatch(/\nVolume\n {2}messages a week +100\.1 +per week +98\.5 – 101\.7\n/);
    expect(shown).toMatch(/ median +2\.34 +h +2\.10 – 2\.60\n/);
    expect(shown).toMatch(/ kept +93\.0 +% +92\.1 – 93\.9\n/);
    expect(shown).not.toContain("hidden");
  });

  test("makes sentences of the numbers", () => {
    const shown = flowing(summary());
    expect(shown).toContain(
      "Half of all first messages are answered within 2.34 opening hours, nine of ten within 9.9 (8.4 – 11.2).",
    );
    expect(shown).toContain("The promise “fast” is kept for 93.0 % of messages (the target is 90 %)");
    expect(shown).toContain(
      "a month falls short with a risk of 20 % (15 – 25): more than the 5 % that is allowed.",
    );
    expect(shown).toContain(
      "A physician spends 31.2 minutes a business day on messages, and 12 minutes a week on work after hours.",
    );
  });

  test.each([
    [{ estimate: 0.02, low: 0.01, high: 0.04 }, "within the 5 % that is allowed."],
    [{ estimate: 0.04, low: 0.01, high: 0.07 }, "within the 5 % that is allowed, though not surely."],
    [{ estimate: 0.06, low: 0.04, high: 0.08 }, "more than the 5 % that is allowed, though not surely."],
    [{ estimate: 0.06, low: 0.055, high: 0.065 }, "more than the 5 % that is allowed."],
    [
      { estimate: 0.06, low: Number.NaN, high: Number.NaN },
      "more than the 5 % that is allowed, though not surely.",
    ],
  ])("says no more of a promise than the interval does: %o", (risk, words) => {
    expect(flowing(summary(replace("promise_fast_month_risk", risk)))).toContain(words);
  });

  test("prints a wait without end as longer than what was watched", () => {
    const endless = summary(
      replace("first_reply_p90_business_h", {
        estimate: Infinity,
        low: 60.4,
        high: Infinity,
        beyond: { estimate: 90.8, low: 60.4, high: 95.2 },
      }),
    );
    expect(text(endless)).toMatch(/ p90 +> 90 +h +60\.4 – > 95\n/);
    expect(flowing(endless)).toContain("more than one in ten is not answered before the run ends");
  });

  test("has no interval where there is none, and no number where there is nothing to count", () => {
    const alone = text(summary(rows.map((each) => ({ ...each, low: Number.NaN, high: Number.NaN }))));
    expect(alone).toMatch(/ messages a week +100 +per week\n/);
    const none = replace("messages_per_week", { estimate: Number.NaN, low: Number.NaN, high: Number.NaN });
    expect(text(summary(none))).toMatch(/ messages a week +none\n/);
  });

  test("holds itself against what is known without it", () => {
    const shown = flowing(summary());
    expect(shown).toContain(
      "Check: offered load, evenings counted as time there is: nurse 80 % (busiest week 92 %).",
    );
    expect(shown).toContain("Erlang C would have a message wait 9.5 min for nurse;");
    expect(shown).toContain(
      "Little's law holds: 24.9 open messages on average = 95.3 a week × 1.83 days (residual 2e-13).",
    );
    const [nurse] = summary().sanity.teams;
    const sanity = { ...summary().sanity, teams: [{ ...nurse!, load: 1.2, fluidGrowth: 360 }] };
    expect(flowing(summary(rows, { sanity }))).toContain(
      "By the fluid bound the backlog of nurse grows by at least 6 hours of work a week.",
    );
  });

  test("says what the wait for the first reply was spent on, without what took no time", () => {
    const waited = (response: string, label: string, estimate: number) =>
      row({ response, label, group: "waiting", unit: "h", headline: false, estimate });
    const waiting = [
      waited("first_reply_mean_wall_h", "first reply, mean", 20),
      waited("first_reply_wait_handled_h", "being handled", 0.25),
      waited("first_reply_wait_patient_h", "the patient's turn", 0),
      waited("first_reply_wait_closed_h", "outside opening hours", 14.75),
      waited("first_reply_wait_triage_queue_h", "in the triage queue", 5),
    ];
    expect(text(summary([...rows, ...waiting]))).toContain(`
Why it waited: of 20.0 hours to the first reply, in the mean of those answered
  being handled           0.3  h   1 %
  outside opening hours  14.8  h  74 %
  in the triage queue     5.0  h  25 %

`);
    const nobody = waiting.map((each) => ({ ...each, estimate: Number.NaN }));
    for (const silent of [rows, [...rows, ...nobody]]) {
      expect(text(summary(silent))).not.toContain("Why it waited");
    }
  });

  test("says what is turned away, and that it counts as never answered", () => {
    const share = row({
      response: "turned_away_share",
      group: "patients",
      unit: "share",
      estimate: 0.12,
      low: 0.11,
      high: 0.13,
    });
    const turned = replace("first_reply_p90_business_h", {
      estimate: Infinity,
      low: Infinity,
      high: Infinity,
    });
    const shown = flowing(summary([...turned, share]));
    expect(shown).toContain("more than one in ten is turned away or not answered before the run ends.");
    expect(shown).toContain(
      "Of what patients would have written, 12.0 % is turned away at the front door: where it needed a reply, it counts as never answered.",
    );
    expect(flowing(summary([...rows, { ...share, estimate: 0 }]))).not.toContain("turned away");
  });

  test("ends with what must be known before it is believed", () => {
    const cautions = [{ code: "still-growing", message: "the backlog is still growing" }];
    expect(text(summary(rows, { cautions }))).toMatch(/\n\n! the backlog is still growing\n$/);
  });
});
