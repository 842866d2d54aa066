import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CapacitySchedule, PRIORITY, Simulation } from "../../src/kernel/index.ts";

function followed(schedule: CapacitySchedule, start: number, until: number): (readonly [number, number])[] {
  const simulation = new Simulation({ start });
  const seen: (readonly [number, number])[] = [];
  schedule.follow(simulation, (capacity) => seen.push([simulation.now, capacity]));
  simulation.run(until);
  return seen;
}

const day = new CapacitySchedule(
  [
    { at: 480, capacity: 2 },
    { at: 720, capacity: 1 },
    { at: 990, capacity: 0 },
  ],
  1440,
);

describe("a capacity schedule", () => {
  it("sets the capacity that is in force at the start, and every change after it", () => {
    expect(followed(day, 600, 1440 + 500)).toEqual([
      [600, 2],
      [720, 1],
      [990, 0],
      [1920, 2],
    ]);
  });

  it("begins with the change that falls on the start, once", () => {
    expect(followed(day, 480, 800)).toEqual([
      [480, 2],
      [720, 1],
    ]);
    expect(followed(day, 0, 480)).toEqual([
      [0, 0],
      [480, 2],
    ]);
  });

  it("happens once without a period: nobody before, the last for ever", () => {
    const once = new CapacitySchedule([
      { at: 10, capacity: 3 },
      { at: 20, capacity: 1 },
    ]);
    expect(followed(once, 0, 1e9)).toEqual([
      [0, 0],
      [10, 3],
      [20, 1],
    ]);
    expect([9, 10, 19, 20, 1e9].map((time) => once.capacityAt(time))).toEqual([0, 3, 3, 1, 1]);
  });

  it("changes after what else happens at that minute, and can be ended", () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const end = day.follow(simulation, (capacity) => seen.push(capacity));
    simulation.scheduleAt(480, () => seen.push(-1), 0, PRIORITY.arrival);
    simulation.run(480);
    end();
    simulation.run();
    expect(seen).toEqual([0, -1, 2]);
    expect(simulation.now).toBe(480);
  });

  it("agrees with itself at any time, for any period, also thousands of periods on", () => {
    const pattern = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        pattern,
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.nat(5_000),
        (ats, unit, cycle) => {
          const changes = ats.sort((a, b) => a - b).map((at, i) => ({ at: at * unit, capacity: i }));
          const schedule = new CapacitySchedule(changes, 100 * unit);
          const start = cycle * 100 * unit;
          const seen = followed(schedule, start, start + 301 * unit);
          for (const [time, capacity] of seen) expect(schedule.capacityAt(time)).toBe(capacity);
          expect(seen.length).toBeGreaterThanOrEqual(3 * ats.length);
          expect(seen.length).toBeLessThanOrEqual(4 * ats.length + 1);
          for (let i = 1; i < seen.length; i++) expect(seen[i]![0]).toBeGreaterThan(seen[i - 1]![0]);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  it("refuses what is no schedule", () => {
    const change = (at: number, capacity: number) => ({ at, capacity });
    expect(() => new CapacitySchedule([])).toThrow("needs at least one change");
    expect(() => new CapacitySchedule([change(0, -1)])).toThrow(
      "capacity -1 is not a whole number from 0 on",
    );
    expect(() => new CapacitySchedule([change(0, 1.5)])).toThrow("capacity 1.5");
    expect(() => new CapacitySchedule([change(5, 1), change(5, 2)])).toThrow("after the one before (5)");
    expect(() => new CapacitySchedule([change(Number.NaN, 1)])).toThrow("must be finite");
    expect(() => new CapacitySchedule([change(1440, 1)], 1440)).toThrow("before the period 1440");
    expect(() => new CapacitySchedule([change(0, 1)], 0)).toThrow("cannot repeat every 0");
  });
});
