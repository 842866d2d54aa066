import { describe, expect, test } from "vitest";
import type { ComparisonRow, Conclusion } from "../../src/experiment/index.ts";
import type { ComparisonSummary } from "../../src/report/comparison-summary.ts";
import { choose } from "../../src/report/page/choice.ts";
import { comparisonAnswer } from "../../src/report/page/comparison-answer.ts";

const promise = { name: "fast", response: "promise_fast", target: 0.9, risk: 0.05 };

interface Told {
  readonly base: number;
  readonly own: number;
  readonly conclusion?: Conclusion;
  readonly wins?: number;
  readonly losses?: number;
}

function row(
  response: string,
  { base, own, conclusion = "unclear", wins = 9, losses = 8 }: Told,
): ComparisonRow {
  const exactly = (estimate: number) => ({ estimate, low: estimate, high: estimate });
  return {
    response,
    label: response,
    group: "promises",
    unit: response === "cost_per_week" ? "CAD per week" : response.startsWith("promise") ? "share" : "h",
    better: "lower",
    headline: true,
    estimand: "mean of replications",
    primary: /_share$|cost|after_hours/.test(response),
    base: exactly(base),
    own: exactly(own),
    difference: own - base,
    low: own - base,
    high: own - base,
    sd: 1,
    n: 20,
    wins,
    ties: 20 - wins - losses,
    losses,
    endless: 0,
    varianceRatio: 1,
    conclusion,
  };
}

const AFTER_HOURS = "physician_after_hours_min_per_week";

/** Of a base that keeps its promise and an alternative that seems a little better in everything. */
function rowsWith(changes: Readonly<Record<string, Partial<Told>>> = {}): readonly ComparisonRow[] {
  const told: Readonly<Record<string, Told>> = {
    promise_fast_share: { base: 0.95, own: 0.951 },
    promise_fast_month_risk: { base: 0.02, own: 0.01 },
    [AFTER_HOURS]: { base: 12, own: 11 },
    cost_per_week: { base: 100, own: 100, conclusion: "same" },
    first_reply_p90_business_h: { base: 9, own: 8 },
  };
  return Object.entries(told).map(([response, each]) => row(response, { ...each, ...changes[response] }));
}

function answerTo(
  alternatives: Readonly<Record<string, readonly ComparisonRow[]>>,
  promises: readonly (typeof promise)[] = [promise],
) {
  const summary = {
    scenario: "A clinic",
    comparison: {
      confidence: 0.95,
      base: "today",
      replications: Array.from({ length: 20 }, (_, i) => i + 1),
      alternatives: Object.entries(alternatives).map(([name, rows]) => ({ name, rows })),
      primary: ["promise_fast_share", AFTER_HOURS, "cost_per_week"],
    },
  } as unknown as ComparisonSummary;
  const choice = choose(summary, promises);
  const block = comparisonAnswer(summary, promises, choice, undefined);
  if (block.type !== "answer") throw new Error("no answer");
  return { ...block, text: block.sentences.join(" "), order: choice.order.map(({ name }) => name) };
}

describe("what a comparison recommends", () => {
  test("is to stay where nothing that decides is surely better, however good it seems", () => {
    const { answer, tone, text, order } = answerTo({ new: rowsWith() });
    expect([answer, tone]).toEqual(["Stay with “today”: it keeps the promise.", "good"]);
    expect(order).toEqual(["today", "new"]);
    expect(text).toContain(
      "All 2 ways of working keep the promise; with “new” nothing that decides is surely better, nor is it surely cheaper: there is no reason to change.",
    );
    expect(text).toContain("The runner-up is “new”.");
  });

  test.each<[string, Readonly<Record<string, Partial<Told>>>]>([
    ["less work after hours", { [AFTER_HOURS]: { conclusion: "better" } }],
    ["more messages that keep the promise", { promise_fast_share: { conclusion: "better" } }],
    ["a lower cost", { cost_per_week: { own: 90, conclusion: "better" } }],
  ])("is to change for what is surely better: %s", (_, changes) => {
    const { answer, order } = answerTo({ new: rowsWith(changes) });
    expect(answer).toBe("Choose “new”: it keeps the promise.");
    expect(order).toEqual(["new", "today"]);
  });

  test("is to change where the base does not keep the promise, though nothing is told apart", () => {
    const { answer } = answerTo({ new: rowsWith({ promise_fast_month_risk: { base: 0.08, own: 0.04 } }) });
    expect(answer).toBe("Choose “new”: it keeps the promise.");
  });

  test("passes over what may be luck for what is surely better", () => {
    const { answer, order, text } = answerTo({
      lucky: rowsWith({ [AFTER_HOURS]: { own: 9 } }),
      sure: rowsWith({ [AFTER_HOURS]: { own: 10, conclusion: "better" } }),
    });
    expect(answer).toBe("Choose “sure”: it keeps the promise.");
    expect(order).toEqual(["sure", "today", "lucky"]);
    expect(text).toContain("of those that cost least it has the least work after hours");
  });

  test("is not to change for a saving that may be luck", () => {
    const { answer } = answerTo({ new: rowsWith({ cost_per_week: { own: 99, conclusion: "unclear" } }) });
    expect(answer).toBe("Stay with “today”: it keeps the promise.");
  });

  test("without promises, is to change for waits that are surely shorter, and for no others", () => {
    const wait = "first_reply_p90_business_h";
    const unclear = answerTo({ new: rowsWith() }, []);
    expect(unclear.answer).toBe("Stay with “today”.");
    expect(unclear.text).toContain("there is no reason to change");
    const sure = answerTo({ new: rowsWith({ [wait]: { conclusion: "better" } }) }, []);
    expect(sure.answer).toBe("Choose “new”.");
    expect(sure.text).toContain("nine of ten first replies come soonest");
  });
});

describe("the odds", () => {
  const odds = (text: string) => /More messages keep [^.]*\./.exec(text)?.[0];
  const counts = { promise_fast_share: { wins: 13, losses: 4 } } as const;

  test("of a change are the worlds in which it is better than the base", () => {
    const changes = { ...counts, [AFTER_HOURS]: { conclusion: "better" } } as const;
    expect(odds(answerTo({ new: rowsWith(changes) }).text)).toBe(
      "More messages keep “fast” than with “today” in 13 of 20 worlds.",
    );
  });

  test("of staying are the worlds in which the base is better than the runner-up", () => {
    expect(odds(answerTo({ new: rowsWith(counts) }).text)).toBe(
      "More messages keep “fast” than with “new” in 4 of 20 worlds.",
    );
  });
});
