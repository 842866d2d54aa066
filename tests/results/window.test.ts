import { describe, expect, it } from "vitest";
import { inWindow, overlap, waitsOfSent, windowLength } from "../../src/results/index.ts";
import { quantile, sorted } from "../../src/stats/index.ts";

const window = { start: 100, end: 200 };

describe("the two windows", () => {
  it("holds its start and not its end, so that adjoining windows share nothing and lose nothing", () => {
    expect([99.99, 100, 199.99, 200].map((t) => inWindow(window, t))).toEqual([false, true, true, false]);
    expect(windowLength(window)).toBe(100);
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

  it("keeps every message sent in it: answers after its end count, and the unanswered wait for ever", () => {
    const sent = [90, 100, 150, 199, 205, 160];
    const answered = [120, 130, 260, Number.NaN, 206, Number.NaN];
    const waits = waitsOfSent(window, sent, answered);
    expect([...waits]).toEqual([30, 110, Infinity, Infinity]);
    // Dropping the unfinished would call the median 70.
    expect(quantile(sorted(waits), 0.5)).toBe(Infinity);
    expect(quantile([30, 110], 0.5)).toBe(70);
  });

  it("refuses answers that come before their messages, and columns of different tables", () => {
    expect(() => waitsOfSent(window, [150], [140])).toThrow("answered at 140, before it is sent at 150");
    expect(() => waitsOfSent(window, [150], [])).toThrow("got 1 and 0");
    expect(() => waitsOfSent(window, [Number.NaN], [150])).toThrow("NaN");
  });
});
