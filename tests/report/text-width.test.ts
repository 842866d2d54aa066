import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmless, padded, textWidth, wrapped } from "../../src/report/text-width.ts";

describe("text on a terminal", () => {
  test("is as wide as it looks", () => {
    expect(["abc", "é", "e\u0301", "日本", "→", ""].map(textWidth)).toEqual([3, 1, 1, 4, 1, 0]);
  });

  test("is padded to a width on either side", () => {
    expect([padded("ab", 4, "left"), padded("ab", 4, "right"), padded("日", 4, "left")]).toEqual([
      "ab  ",
      "  ab",
      "日  ",
    ]);
  });

  test("is broken between words, and within those that are too long", () => {
    expect(wrapped("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrapped("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(wrapped("", 10)).toEqual([""]);
  });

  test("never gets wider than asked, and loses nothing but blanks", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (text, width) => {
          const lines = wrapped(harmless(text), width);
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join("").replaceAll(" ", "")).toBe(harmless(text).replaceAll(" ", ""));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("cannot move the cursor, ring, change colours or turn around", () => {
    expect(harmless("a\u001b[31mred\u0007\r\n\u202Eevil")).toBe("a\uFFFD[31mred\uFFFD\uFFFD\uFFFD\uFFFDevil");
  });
});
