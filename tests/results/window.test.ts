import { describe, expect, it } from "vitest";
import { inWindow, overlap } from "../../src/results/index.ts";

const window = { start: 100, end: 200 };

describe("the two windows", () => {
  it("holds its start and not its end, so that adjoining windows share nothing and lose nothing", () => {
    expect([99.99, 100, 199.99, 200].map((t) => inWindow(window, t))).toEqual([false, true, true, false]);
  });

  it("counts the minutes of a stretch that fall in it", () => {
    expect(overlap(window, 50, 150)).toBe(50);
    expect(overlap(window, 120, 130)).toBe(10);
    expect(overlap(window, 50, 400)).toBe(100);
    expect(overlap(window, 150, Infinity)).toBe(50);
    expect(overlap(window, 10, 90)).toBe(0);
    expect(overlap(window, 250, 260)).toBe(0);
    expect(overlap(window, 150, 150)).toBe(0);
  });

  it("refuses times that have not come", () => {
    expect(() => inWindow(window, Number.NaN)).toThrow("NaN");
    expect(() => overlap(window, 150, Number.NaN)).toThrow('pass Infinity for "still going on"');
    expect(() => overlap(window, 160, 150)).toThrow("got 160 to 150");
  });
});
