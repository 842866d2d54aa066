import { describe, expect, it } from "vitest";
import { PRIORITY, Simulation } from "../../src/kernel/index.ts";

describe("the present moment", () => {
  it("can be scheduled for, and nothing before it by however little", () => {
    const simulation = new Simulation({ start: 10 });
    const before = 10 - 2 ** -49;
    expect(before).toBeLessThan(10);
    expect(() => simulation.scheduleAt(before, () => undefined)).toThrow(
      new RangeError(`cannot schedule at ${before}: that is before now (10)`),
    );
    expect(() => simulation.scheduleAt(10, () => undefined)).not.toThrow();
  });

  it("begins, at t = 0, with arrivals, then a shift change, then everything else", () => {
    const simulation = new Simulation();
    const seen: string[] = [];
    simulation.scheduleAt(0, () => void seen.push("normal"));
    simulation.scheduleAt(0, () => void seen.push("availability"), 0, PRIORITY.availability);
    simulation.scheduleAt(0, () => void seen.push("arrival"), 0, PRIORITY.arrival);
    expect(simulation.step()).toBe(true);
    expect([simulation.now, ...seen]).toEqual([0, "arrival"]);
    simulation.run();
    expect(seen).toEqual(["arrival", "availability", "normal"]);
  });

  it("takes in what its events schedule for it, in the order of priority", () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const note = (subject: number): void => void seen.push(subject);
    simulation.scheduleAt(0, () => {
      simulation.schedule(0, note, 3);
      simulation.schedule(0, note, 1, PRIORITY.completion);
    });
    simulation.scheduleAt(0, note, 2);
    simulation.run();
    expect(seen).toEqual([1, 2, 3]);
  });

  it("cannot cancel the event that is happening", () => {
    const simulation = new Simulation();
    const answers: boolean[] = [];
    const handle = simulation.scheduleAt(1, () => answers.push(simulation.cancel(handle)));
    simulation.run();
    expect([simulation.pendingCount, ...answers]).toEqual([0, false]);
  });
});
