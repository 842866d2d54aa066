import { describe, expect, it } from "vitest";
import { createStream, log } from "../../src/random/index.ts";
import { fluidBacklog } from "../../src/stats/index.ts";

const day = 1440;
/** One message a minute around the clock; three a minute can be answered from 8 to 17. */
const inflow = { starts: [0], rates: [1] };
const office = { starts: [0, 480, 1020], rates: [0, 3, 0], period: day };

describe("a fluid backlog", () => {
  it("fills overnight and drains in the morning, as drawn by hand", () => {
    // 0 to 8: up to 480. From 8 down by 2 a minute, dry at 12. Dry to 17, then up to 420 at midnight.
    const found = fluidBacklog(inflow, office, 0, day);
    expect(found.most).toBe(480);
    expect(found.final).toBe(420);
    expect(found.mean).toBeCloseTo((480 * 240 + 240 * 240 + 420 * 210) / day, 9);
    expect(found.meanDelay).toBeCloseTo(found.mean, 12);
  });

  it("goes on from a backlog, and day after day repeats itself", () => {
    const once = fluidBacklog(inflow, office, 0, day, 420);
    const years = fluidBacklog(inflow, office, 0, 400 * day, 420);
    expect(years.mean).toBeCloseTo(once.mean, 6);
    expect(years.final).toBeCloseTo(420, 6);
    expect(once.most).toBe(900);
  });

  it("grows by what capacity leaves over", () => {
    const short = fluidBacklog({ starts: [0], rates: [2] }, office, 0, 10 * day);
    expect(short.final).toBeCloseTo(10 * (2 * day - 3 * 540), 6);
    expect(fluidBacklog({ starts: [0], rates: [0] }, office, 0, day)).toMatchObject({ mean: 0, final: 0 });
    expect(fluidBacklog({ starts: [0], rates: [0] }, office, 0, day).meanDelay).toBeNaN();
  });

  it("bounds a random queue of the same rates from below", () => {
    // Poisson arrivals at 1.11 a minute, of which up to three a minute are answered from 8 to 17: load 0.987.
    const { open } = createStream(9, 0, "fluid");
    const days = 300;
    let backlog = 0;
    let area = 0;
    let next = 0;
    for (let minute = 0; minute < days * day; minute++) {
      const before = backlog;
      while (next < minute + 1) {
        backlog += 1;
        next -= log(open()) / 1.11;
      }
      if (minute % day >= 480 && minute % day < 1020) backlog = Math.max(0, backlog - 3);
      area += (before + backlog) / 2;
    }
    const random = area / (days * day);
    const bound = fluidBacklog({ starts: [0], rates: [1.11] }, office, 0, days * day).mean;
    expect(random).toBeGreaterThan(1.02 * bound);
    expect(random).toBeLessThan(1.3 * bound);
  });

  it("refuses rates and stretches that are none", () => {
    expect(() => fluidBacklog({ starts: [0], rates: [-1] }, office, 0, 1)).toThrow("a rate must be");
    expect(() => fluidBacklog(inflow, office, 5, 5)).toThrow("got 5 to 5");
    expect(() => fluidBacklog(inflow, office, 0, 5, -1)).toThrow("first backlog");
  });
});
