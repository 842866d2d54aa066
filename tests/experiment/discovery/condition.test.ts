import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { parseCondition } from "../../../src/experiment/index.ts";

const known = ["kept_share", "wait_h", "cost_per_week"];
const holds = (text: string, values: Readonly<Record<string, number>>) =>
  parseCondition(text, known).holds((name) => values[name] ?? Number.NaN);

function messageOf(text: string): string {
  try {
    parseCondition(text, known);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map((i) => `${i.message}; ${i.hint}`).join("\n");
    throw error;
  }
  throw new Error(`${text} was read`);
}

describe("what failing is", () => {
  test("compares a response with a number, at its end and beyond", () => {
    const at = [0.8, 0.9, 1].map((kept_share) => ({ kept_share }));
    expect(at.map((values) => holds("kept_share < 0.9", values))).toEqual([true, false, false]);
    expect(at.map((values) => holds("kept_share <= 0.9", values))).toEqual([true, true, false]);
    expect(at.map((values) => holds("kept_share ≥ 0.9", values))).toEqual([false, true, true]);
    expect(at.map((values) => holds("0.9 < kept_share", values))).toEqual([false, false, true]);
  });

  test("joins comparisons, of which those with “and” belong together first", () => {
    const text = "kept_share < 0.9 or wait_h > 10 and cost_per_week > 5";
    const of = (kept_share: number, wait_h: number, cost_per_week: number) =>
      holds(text, { kept_share, wait_h, cost_per_week });
    expect([of(0.8, 0, 0), of(1, 11, 0), of(1, 11, 6), of(1, 0, 6)]).toEqual([true, false, true, false]);
  });

  test("is arithmetic, and takes what is without end as such", () => {
    expect(holds("2 * wait_h - 1 > cost_per_week / 10", { wait_h: 3, cost_per_week: 49 })).toBe(true);
    expect(holds("wait_h > 1000", { wait_h: Infinity })).toBe(true);
  });

  test("is not told where it hangs on a response that is not defined", () => {
    expect(holds("kept_share < 0.9", {})).toBeUndefined();
    expect(holds("kept_share < 0.9 or wait_h > 1", { wait_h: 2 })).toBe(true);
    expect(holds("kept_share < 0.9 or wait_h > 1", { wait_h: 0 })).toBeUndefined();
    expect(holds("kept_share < 0.9 and wait_h > 1", { wait_h: 0 })).toBe(false);
    expect(holds("kept_share < 0.9 and wait_h > 1", { wait_h: 2 })).toBeUndefined();
  });

  test.each([
    ["kept_shar < 0.9", 'the sweep has no response "kept_shar"; did you mean "kept_share"?'],
    ["kept_share", '"kept_share" is no comparison'],
    ["0.5 < kept_share < 0.9", "is no comparison"],
    ["1 < 2", "there is no response in it"],
    ['wait_h > "2 h"', '"h" cannot stand here'],
    ["wait_h > process.exit(1)", '"process.exit" is not a function'],
    ["kept_share = 0.9", "is no comparison"],
    ["wait_h > ", "a value is missing at the end"],
    ["a".repeat(2000), "more than 1000 characters"],
  ])("refuses %s, and says why", (text, message) => {
    expect(messageOf(text)).toContain(message);
  });
});
