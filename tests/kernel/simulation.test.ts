import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRIORITY, Simulation } from "../../src/kernel/index.ts";

describe("a simulation", () => {
  it("lets the first event be at the very start", () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    simulation.schedule(0, () => seen.push(simulation.now));
    simulation.run(0);
    expect(seen).toEqual([0]);
  });

  it("orders equal times by priority and then by the order of scheduling", () => {
    const simulation = new Simulation();
    const seen: string[] = [];
    const say = (name: string) => () => void seen.push(name);
    simulation.scheduleAt(5, say("observe"), 0, PRIORITY.observation);
    simulation.scheduleAt(5, say("first arrival"), 0, PRIORITY.arrival);
    simulation.scheduleAt(5, say("normal"));
    simulation.scheduleAt(5, say("second arrival"), 0, PRIORITY.arrival);
    simulation.scheduleAt(5, say("completion"), 0, PRIORITY.completion);
    simulation.scheduleAt(4, say("earlier"), 0, PRIORITY.observation);
    simulation.run();
    expect(seen).toEqual(["earlier", "completion", "first arrival", "second arrival", "normal", "observe"]);
  });

  it("runs up to and including the end, and its clock then stands there", () => {
    const simulation = new Simulation({ start: 100 });
    const seen: number[] = [];
    for (const time of [110, 120, 130]) simulation.scheduleAt(time, (subject) => seen.push(subject), time);
    simulation.run(120);
    expect(seen).toEqual([110, 120]);
    expect(simulation.now).toBe(120);
    simulation.run(125);
    expect(simulation.now).toBe(125);
    simulation.run();
    expect([simulation.now, simulation.executedCount, simulation.pendingCount]).toEqual([130, 3, 0]);
  });

  it("stops after the event that says so, and goes on when it is run again", () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    simulation.schedule(1, () => {
      seen.push(1);
      simulation.stop();
    });
    simulation.schedule(1, () => seen.push(2));
    simulation.run(10);
    expect([simulation.now, simulation.pendingCount]).toEqual([1, 1]);
    simulation.run(10);
    expect([simulation.now, ...seen]).toEqual([10, 1, 2]);
  });

  it("steps through one event at a time", () => {
    const simulation = new Simulation();
    simulation.schedule(3, () => simulation.schedule(2, () => {}));
    expect([simulation.step(), simulation.now]).toEqual([true, 3]);
    expect([simulation.step(), simulation.now]).toEqual([true, 5]);
    expect([simulation.step(), simulation.now]).toEqual([false, 5]);
  });

  it("refuses the past, NaN and infinity, and says why", () => {
    const simulation = new Simulation({ start: 10 });
    const nothing = () => {};
    expect(() => simulation.scheduleAt(9.5, nothing)).toThrow(
      new RangeError("cannot schedule at 9.5: that is before now (10)"),
    );
    expect(() => simulation.schedule(-1, nothing)).toThrow("cannot schedule at 9: that is before now (10)");
    for (const time of [Number.NaN, Infinity, -Infinity]) {
      expect(() => simulation.scheduleAt(time, nothing)).toThrow(
        `cannot schedule at ${time}: give a finite time, not before now (10)`,
      );
      expect(() => new Simulation({ start: time })).toThrow("give a finite time");
    }
    expect(() => simulation.run(9)).toThrow("cannot run until 9: the clock is already at 10");
    expect(() => simulation.run(Number.NaN)).toThrow(RangeError);
    for (const priority of [0.5, 501, -501, Number.NaN, Infinity]) {
      expect(() => simulation.schedule(1, nothing, 0, priority)).toThrow(
        `priority ${priority} is not an integer from -500 to 500`,
      );
    }
    expect(simulation.pendingCount).toBe(0);
  });

  it("refuses to run within itself, and can run again after an action threw", () => {
    const simulation = new Simulation();
    simulation.schedule(1, () => simulation.run());
    expect(() => simulation.run()).toThrow("the simulation is already running");
    simulation.schedule(1, () => simulation.step());
    expect(() => simulation.run()).toThrow("the simulation is already running");
    simulation.schedule(1, () => {
      throw new Error("boom");
    });
    expect(() => simulation.run()).toThrow("boom");
    simulation.run(20);
    expect(simulation.now).toBe(20);
  });

  it("cancels by handle, once, and never a later event by an old handle", () => {
    const simulation = new Simulation();
    const seen: number[] = [];
    const handle = simulation.schedule(1, (subject) => seen.push(subject), 1);
    expect(simulation.isPending(handle)).toBe(true);
    expect([simulation.cancel(handle), simulation.cancel(handle)]).toEqual([true, false]);
    expect(simulation.isPending(handle)).toBe(false);
    const second = simulation.schedule(1, (subject) => seen.push(subject), 2);
    expect([simulation.cancel(handle), simulation.isPending(second)]).toEqual([false, true]);
    simulation.run();
    expect(seen).toEqual([2]);
    expect(simulation.cancel(second)).toBe(false);
  });

  it("has a clock that never goes back, while actions schedule and cancel as they like", () => {
    const plan = fc.array(fc.tuple(fc.double({ min: 0, max: 50, noNaN: true }), fc.nat(3), fc.nat(1_000)), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(plan, fc.boolean(), (steps, whole) => {
        const simulation = new Simulation();
        const handles: number[] = [];
        let last = 0;
        let cancelled = 0;
        let next = 0;
        const act = (): void => {
          expect(simulation.now).toBeGreaterThanOrEqual(last);
          last = simulation.now;
          for (let i = 0; i < 3 && next < steps.length; i++) {
            const [delay, priority, pick] = steps[next++]!;
            handles.push(simulation.schedule(whole ? Math.floor(delay / 10) : delay, act, 0, priority));
            if (pick % 3 === 0 && simulation.cancel(handles[pick % handles.length]!)) cancelled += 1;
          }
        };
        simulation.schedule(0, act);
        simulation.run();
        expect(simulation.executedCount + cancelled).toBe(handles.length + 1);
        expect(simulation.pendingCount).toBe(0);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
