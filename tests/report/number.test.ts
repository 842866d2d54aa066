import { describe, expect, test } from "vitest";
import { brief, decimalsFor, decimalsOf, fixed, percent } from "../../src/report/number.ts";

describe("a number", () => {
  test.each([
    [250, 0],
    [12.3, 0],
    [3.1, 0],
    [1.23, 1],
    [0.8, 1],
    [0.123, 2],
    [0.0123, 3],
    [0.000123, 4],
    [0, 4],
    [Number.NaN, 4],
    [Infinity, 0],
  ])("known to ± %f has %i decimals", (halfWidth, decimals) => {
    expect(decimalsFor(halfWidth)).toBe(decimals);
  });

  test.each([
    [1234.5, 0],
    [12.345, 1],
    [-1.2345, 2],
    [0.12345, 3],
    [0, 3],
  ])("of unknown exactness, %f, has %i decimals", (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });

  test("keeps its thousands apart and its sign in front", () => {
    expect(fixed(1234567.891, 1)).toBe("1,234,567.9");
    expect(fixed(-1234, 0)).toBe("−1,234");
    expect(fixed(999, 2)).toBe("999.00");
    expect(fixed(123456, 3)).toBe("123,456.000");
  });

  test("that rounds to nothing has no sign", () => {
    expect(fixed(-0.0001, 2)).toBe("0.00");
  });

  test("in brief has no zeros at its end", () => {
    expect([brief(7.5), brief(8), brief(100), brief(0), brief(1200, 2)]).toEqual([
      "7.5",
      "8",
      "100",
      "0",
      "1,200",
    ]);
  });

  test("that is a share reads as per cent", () => {
    expect([percent(0.93421), percent(1, 0)]).toEqual(["93.4 %", "100 %"]);
  });
});
