import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readExpression } from "../../../src/experiment/designs/expression.ts";
import { ExpressionFault } from "../../../src/experiment/designs/expression-fault.ts";
import { type Quantity, quantityOf } from "../../../src/experiment/designs/quantity.ts";

const places: Readonly<Record<string, number | string>> = {
  "staff.triage-nurse.count": 3,
  'otherWork."phone calls".volume': "13 per business day",
  "a.upTo": "45 min",
  "b.upTo": "1 h",
  n: 8,
};
const lookUp = (path: string): Quantity => {
  const value = places[path];
  if (value === undefined) throw new ExpressionFault(`nothing at ${path}`);
  return quantityOf(value)!;
};
const computed = (text: string) => readExpression(text)(lookUp);

describe("an expression", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["2 - 3 - 4", -5],
    ["2 / 4 / 2", 0.25],
    ["-2 ^ 2", -4],
    ["2 ^ -1", 0.5],
    ["2 ^ 3 ^ 2", 512],
    ["3-1", 2],
    ["--3", 3],
    [".5 * 1e2", 50],
    ["2 * staff.triage-nurse.count", 6],
    ["2*staff.triage-nurse.count - 1", 5],
    ["n - staff.triage-nurse.count", 5],
    ["max(1, n, 2) + min(4, 3)", 11],
    ["round(2.6) + floor(2.6) + ceil(2.1) + abs(-1)", 9],
    ["sqrt(n * 2) + exp(0) + log(1)", 5],
  ])("%s is computed as arithmetic has it", (text, amount) => {
    expect(computed(text)).toEqual({ amount, unit: "" });
  });

  test.each<[string, number, string]>([
    ['2 * otherWork."phone calls".volume', 26, "per business day"],
    ["a.upTo / 3", 15, "min"],
    ['a.upTo + "15 min"', 60, "min"],
    ["round(a.upTo * 0.3)", 14, "min"],
    ['a.upTo / "15 min"', 3, ""],
    ['max(a.upTo, "1 min")', 45, "min"],
  ])("%s keeps the unit that it should have", (text, amount, unit) => {
    expect(computed(text)).toEqual({ amount, unit });
  });

  test.each([
    ["", "a value is missing at the end"],
    ["1 +", "a value is missing at the end"],
    ["(1", ") is missing at the end"],
    ["1 2", 'an operator is missing before "2"'],
    ["* 2", 'a value is missing before "*"'],
    ["n-1", "nothing at n-1"],
    ["a.upTo + b.upTo", '"min" and "h" do not go together'],
    ["a.upTo + 1", '"min" and a plain number do not go together'],
    ["a.upTo * b.upTo", '"min" cannot stand here'],
    ["2 ^ a.upTo", '"min" cannot stand here'],
    ["sqrt(a.upTo)", '"min" cannot stand here'],
    ["sqrt(1, 2)", "takes one value, not 2"],
    ["evaluate(1)", '"evaluate" is not a function; there are min, max'],
    ['"soon" + 1', "does not begin with a number"],
    ["1:1e9", '":1e9" cannot be read'],
    ["[1, 2]", "cannot be read"],
    ["n = 3", "cannot be read"],
    ["n.constructor", "nothing at n.constructor"],
    ["x".repeat(1001), "more than 1000 characters"],
    ["(".repeat(200), "nested more than 40 deep"],
    ["-".repeat(200), "nested more than 40 deep"],
    [`2${"^2".repeat(200)}`, "nested more than 40 deep"],
  ])("%s is refused in words", (text, why) => {
    expect(() => computed(text)).toThrow(ExpressionFault);
    expect(() => computed(text)).toThrow(why);
  });

  test("whatever it says ends at once, in a number or in a fault", () => {
    const pieces = fc.constantFrom(
      "1",
      "2.5",
      "n",
      "a.upTo",
      "+",
      "-",
      "*",
      "/",
      "^",
      "(",
      ")",
      ",",
      "min(",
      "exp(",
      " ",
      '"',
      ":",
      "[",
      "=",
      "e9",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => {
        try {
          expect(typeof computed(parts.join("")).amount).toBe("number");
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionFault);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("agrees with JavaScript's own arithmetic", () => {
    const tree = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.integer({ min: 0, max: 99 }).map(String),
        fc
          .tuple(tie("value"), fc.constantFrom("+", "-", "*", "/"), tie("value"))
          .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
        tie("value").map((a) => `(- ${a})`),
      ),
    }));
    fc.assert(
      fc.property(tree.value, (text) => {
        fc.pre(text.length < 1000);
        expect(computed(text).amount).toBe(new Function(`return ${text};`)());
      }),
    );
  });
});
