import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { parseVary } from "../../../src/experiment/index.ts";
import type { JsonValue } from "../../../src/scenario/index.ts";

const vary = (text: string, current?: JsonValue) => parseVary(text, () => current);

/** What is said of a flag that cannot be used. */
function saidOf(text: string): string {
  try {
    vary(text);
  } catch (error) {
    if (error instanceof InputError)
      return error.issues.map(({ path, message, hint }) => `${path}: ${message} (${hint})`).join("\n");
    throw error;
  }
  throw new Error(`${text} was taken`);
}

describe("--vary", () => {
  test.each<[string, string, readonly JsonValue[], string | undefined]>([
    ["whole numbers", "a=1..5", [1, 2, 3, 4, 5], undefined],
    [
      "numbers from, to and by, as one would write them",
      "a=0.8:2:0.2",
      [0.8, 1, 1.2, 1.4, 1.6, 1.8, 2],
      undefined,
    ],
    ["steps that do not reach the end", "a=0:1:0.4", [0, 0.4, 0.8], undefined],
    ["small steps", "a=0.1:0.3:0.1", [0.1, 0.2, 0.3], undefined],
    ["exponents", "a=1e-3:2e-3:5e-4", [0.001, 0.0015, 0.002], undefined],
    ["numbers below zero", "a=-1..1", [-1, 0, 1], undefined],
    ["a list of numbers", "a=1, 2.5,.5", [1, 2.5, 0.5], undefined],
    ["ranges in a list", "a=1..3,10:20:5", [1, 2, 3, 10, 15, 20], undefined],
    ["words", "a=own-physician,rotating-physician", ["own-physician", "rotating-physician"], undefined],
    ["words that JSON has", "a=true,false,null", [true, false, null], undefined],
    [
      "a unit behind the last number",
      "a=10,20 per 100 portal patients per month",
      [10, 20],
      "per 100 portal patients per month",
    ],
    ["a unit behind a range", "a=5:15:5 min", [5, 10, 15], "min"],
    ["a unit behind whole numbers", "a=1..3 h", [1, 2, 3], "h"],
    ["a unit behind each number", "a=5 min,10 min", [5, 10], "min"],
    ["per cent", "a=5,10% per year", [5, 10], "% per year"],
    ["different units", "a=5,8 min,1 h", ["5 min", "8 min", "1 h"], undefined],
    ["a number and a word", "a=0,float", [0, "float"], undefined],
    [
      "texts with commas, in quotes",
      'a="Tue,Thu 13:00-15:00","Mon 09:00-12:00"',
      ["Tue,Thu 13:00-15:00", "Mon 09:00-12:00"],
      undefined,
    ],
    ["a date", "a=2026-01-05,2026-02-02", ["2026-01-05", "2026-02-02"], undefined],
    ["weekly hours", "a=Mon-Fri 08:00-17:00", ["Mon-Fri 08:00-17:00"], undefined],
    [
      "objects",
      'a={"type":"own-physician"},{"type":"rotating-physician"}',
      [{ type: "own-physician" }, { type: "rotating-physician" }],
      undefined,
    ],
    ["a JSON list of the values", 'a=["x, y", 2]', ["x, y", 2], undefined],
    [
      "values that are lists",
      'a=[["Mon 08:00-17:00"],["Tue 08:00-17:00"]]',
      [["Mon 08:00-17:00"], ["Tue 08:00-17:00"]],
      undefined,
    ],
    ["a name that begins with a number", "a=3rd floor,2x4", ["3rd floor", "2x4"], undefined],
    ["a number with a zero before it, which JSON does not have", "a=007,008", ["007", "008"], undefined],
  ])("takes %s", (_, text, levels, unit) => {
    expect(vary(text)).toEqual({ path: "a", levels, ...(unit === undefined ? {} : { unit }) });
  });

  test("takes a span, with its unit", () => {
    expect(vary("a=0.8:2")).toEqual({ path: "a", span: [0.8, 2], written: "0.8:2" });
    expect(vary("a=5:20 min")).toMatchObject({ span: [5, 20], unit: "min" });
  });

  test("takes times of day for what they are where the scenario has one", () => {
    expect(vary("a=10:20,12:30", "19:00")).toEqual({ path: "a", levels: ["10:20", "12:30"] });
    expect(vary('a="10:20"')).toEqual({ path: "a", levels: ["10:20"] });
  });

  test("names a place in one way, however it is written", () => {
    expect(vary("a.phone calls.volume=1,2").path).toBe('a."phone calls".volume');
    expect(vary('a."x=y".b=1,2').path).toBe('a."x=y".b');
  });

  test.each([
    ["a", "no path before an equals sign"],
    ["=1..3", "no path before an equals sign"],
    ["a..b=1", "is not a path"],
    ["a=", "there are no values"],
    ["a=[]", "there are no values"],
    ["a=1,,2", "nothing between two commas"],
    ["a=1,2,", "nothing between two commas"],
    ['a={"x":1', "is not JSON"],
    ['a="x" y', "a comma is missing"],
    ["a=5..1", "no range of 1 to"],
    ["a=1:2:0", "no range of 1 to"],
    ["a=0:1:-0.1", "no range of 1 to"],
    ["a=1..100000000", "no range of 1 to 1000000 numbers"],
    ["a=0:1:1e-300", "no range of 1 to"],
    ["a=1..99999999999999999999", "no range of 1 to"],
    ["a=2:1", "does not go upwards"],
    ["a=1:2,5", "cannot stand in a list"],
    ["a=18:30,5", "a time of day stands in double quotes"],
    ["a=1,2,1", '"1" appears twice'],
    ["a=1e999", "too large to be a number"],
  ])("refuses %s, and says why", (text, why) => {
    expect(saidOf(text)).toContain(why);
    expect(saidOf(text)).toMatch(/^--vary/);
  });

  test("never throws anything but a fault in words, whatever it is given", () => {
    const pieces = fc.constantFrom(
      "a",
      "=",
      "1",
      "..",
      ":",
      ",",
      " ",
      '"',
      "{",
      "[",
      "]",
      "}",
      "min",
      "%",
      "-",
      "e",
      ".",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        try {
          vary(parts.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
