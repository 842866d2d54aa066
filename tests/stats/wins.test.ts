import { describe, expect, it } from "vitest";
import { countWins } from "../../src/stats/index.ts";

describe("wins over the same worlds", () => {
  it("are counted with ties apart, for whichever is better", () => {
    expect(countWins([1, 5, 3], [2, 4, 3], "lower")).toEqual({ wins: 1, ties: 1, losses: 1 });
    expect(countWins([1, 5, 3, 9], [2, 4, 3, 8], "higher")).toEqual({ wins: 2, ties: 1, losses: 1 });
  });

  it("do not hang on rounding, nor on what has no end or is not there", () => {
    expect(countWins([0.1 + 0.2], [0.3], "lower")).toEqual({ wins: 0, ties: 1, losses: 0 });
    expect(countWins([Infinity, Infinity, 1], [Infinity, 1, Infinity], "lower")).toEqual({
      wins: 1,
      ties: 1,
      losses: 1,
    });
    expect(countWins([NaN, 1], [1, NaN], "lower")).toEqual({ wins: 0, ties: 0, losses: 0 });
    expect(() => countWins([1], [1, 2], "lower")).toThrow("got 1 and 2");
  });
});
