import { describe, expect, test } from "vitest";
import { boundIn } from "../../src/scenario/quantities/bound.ts";

const units = new Map([
  ["calls_answered_share", "share"],
  ["cost_per_week", "CAD per week"],
]);

describe("a bound", () => {
  test.each([
    ["calls_answered_share >= 80 %", { response: "calls_answered_share", direction: "at least", value: 0.8 }],
    ["calls_answered_share≥0.8", { response: "calls_answered_share", direction: "at least", value: 0.8 }],
    ["cost_per_week <= 4500 CAD", { response: "cost_per_week", direction: "at most", value: 4500 }],
    [" cost_per_week ≤ 4500 CAD per week ", { response: "cost_per_week", direction: "at most", value: 4500 }],
    ["cost_per_week <= 4500", { response: "cost_per_week", direction: "at most", value: 4500 }],
  ])("%s", (text, bound) => {
    expect(boundIn(units, text)).toEqual({ value: bound });
  });

  test.each([
    ["cost_per_week = 4500", "not-a-bound"],
    ["cost_per_week <= much", "not-a-bound"],
    ["cost_a_week <= 4500", "unknown-response"],
    ["cost_per_week <= 4500 EUR", "wrong-unit"],
    ["calls_answered_share >= 80", "wrong-unit"],
    ["cost_per_week <= -1", "not-a-bound"],
  ])("%s is refused", (text, code) => {
    expect(boundIn(units, text)).toMatchObject({ fault: { code } });
  });
});
