import { describe, expect, it } from "vitest";
import {
  Interrupted,
  PRIORITY,
  type Process,
  type ProcessBody,
  Processes,
  Resource,
  type ResourceOptions,
  type SeizeOptions,
  Signal,
  Simulation,
} from "../../src/kernel/index.ts";

function stage() {
  const simulation = new Simulation();
  const processes = new Processes(simulation);
  const seen: string[] = [];
  const resource = (options: ResourceOptions) => new Resource(simulation, options);
  return { simulation, processes, seen, resource };
}

type Stage = ReturnType<typeof stage>;

interface Visit extends SeizeOptions {
  readonly name: string;
  readonly start?: number;
  readonly hold: number;
}

/** Comes, seizes, holds, releases, and tells when. */
function* visitor(process: Process, { seen }: Stage, desk: Resource, visit: Visit): ProcessBody {
  yield process.hold(visit.start ?? 0);
  if (!(yield process.seize(desk, visit))) {
    seen.push(`${process.now} ${visit.name} gives up`);
    return;
  }
  seen.push(`${process.now} ${visit.name} begins`);
  yield process.hold(visit.hold);
  seen.push(`${process.now} ${visit.name} ends`);
  process.release(desk);
}

function play(
  options: ResourceOptions,
  visits: readonly Visit[],
  shifts: Readonly<Record<number, number>> = {},
) {
  const here = stage();
  const desk = here.resource(options);
  for (const visit of visits) here.processes.start(visitor, here, desk, visit);
  for (const [time, capacity] of Object.entries(shifts)) {
    here.simulation.scheduleAt(Number(time), () => desk.setCapacity(capacity), 0, PRIORITY.availability);
  }
  here.simulation.run();
  expect([here.processes.length, desk.busy.value, desk.waiting.value]).toEqual([0, 0, 0]);
  return here.seen;
}

describe("a process", () => {
  it("seizes, holds and releases, and the next goes on in the same minute", () => {
    const visits = [
      { name: "a", hold: 5 },
      { name: "b", start: 1, hold: 2 },
      { name: "urgent", start: 2, hold: 1, priority: -1 },
    ];
    expect(play({ capacity: 1 }, visits)).toEqual([
      "0 a begins",
      "5 a ends",
      "5 urgent begins",
      "6 urgent ends",
      "6 b begins",
      "8 b ends",
    ]);
  });

  it("gives up when its patience ends, and not when its turn comes in the same minute before that", () => {
    const visits = [
      { name: "a", hold: 5 },
      { name: "b", hold: 5, patience: 4 },
      { name: "c", hold: 5, patience: 5 },
      { name: "d", hold: 5, patience: 10 },
    ];
    expect(play({ capacity: 1 }, visits)).toEqual([
      "0 a begins",
      "4 b gives up",
      "5 c gives up",
      "5 a ends",
      "5 d begins",
      "10 d ends",
    ]);
  });

  it("is suspended at the end of a shift, and goes on with what is left and a reading in", () => {
    const visits = [
      { name: "a", hold: 5 },
      { name: "b", start: 3, hold: 1 },
    ];
    expect(play({ capacity: 1, atShiftEnd: "suspend", reread: 0.5 }, visits, { 2: 0, 10: 1 })).toEqual([
      "0 a begins",
      "13.5 a ends",
      "13.5 b begins",
      "14.5 b ends",
    ]);
  });

  it("is suspended by one who goes before it, and goes on with what is left", () => {
    const visits = [
      { name: "a", hold: 5, priority: 1 },
      { name: "urgent", start: 2, hold: 3, priority: 0 },
      { name: "more urgent", start: 3, hold: 1, priority: -1 },
    ];
    expect(play({ capacity: 1, preempt: true }, visits)).toEqual([
      "0 a begins",
      "2 urgent begins",
      "3 more urgent begins",
      "4 more urgent ends",
      "6 urgent ends",
      "9 a ends",
    ]);
  });

  it("stands still while any of two resources is away, and begins a hold only when both are back", () => {
    const here = stage();
    const room = here.resource({ capacity: 1, atShiftEnd: "suspend" });
    const nurse = here.resource({ capacity: 1, atShiftEnd: "suspend", reread: 1 });
    function* both(process: Process): ProcessBody {
      yield process.seize(room);
      yield process.seize(nurse);
      yield process.hold(10);
      here.seen.push(`${process.now} first`);
      process.release(nurse);
      yield process.hold(5);
      here.seen.push(`${process.now} second`);
      process.release(room);
    }
    here.processes.start(both);
    const set = (time: number, what: Resource, capacity: number) =>
      here.simulation.scheduleAt(time, () => what.setCapacity(capacity));
    set(4, room, 0);
    set(5, nurse, 0);
    set(8, room, 1);
    set(9, nurse, 1);
    set(16, room, 0);
    set(20, room, 1);
    here.simulation.run();
    expect(here.seen).toEqual(["20 first", "25 second"]);
  });

  it("waits for a signal, for the end of another, or until its patience ends", () => {
    const { simulation, processes, seen } = stage();
    const bell = new Signal();
    function* ringer(process: Process): ProcessBody {
      yield process.hold(3);
      seen.push(`${process.now} rings for ${bell.fire()}`);
      yield process.hold(4);
    }
    function* listener(
      process: Process,
      name: string,
      what: Signal | Process,
      patience?: number,
    ): ProcessBody {
      const came = yield process.waitFor(what, patience);
      seen.push(`${process.now} ${name} ${came ? "heard" : "gave up"}`);
    }
    const other = processes.start(ringer);
    processes.start(listener, "a", bell);
    processes.start(listener, "b", bell);
    simulation.scheduleAt(1, () =>
      processes.start(function* (process) {
        yield* listener(process, "c", bell, 1);
        yield* listener(process, "end", other);
        yield* listener(process, "long ended", other);
      }),
    );
    simulation.run();
    expect(seen).toEqual([
      "2 c gave up",
      "3 rings for 2",
      "3 a heard",
      "3 b heard",
      "7 end heard",
      "7 long ended heard",
    ]);
    expect(bell.fire()).toBe(0);
  });

  it("goes on at once with a unit that is free, before any other event", () => {
    const { simulation, processes, seen, resource } = stage();
    const desk = resource({ capacity: 1 });
    processes.start(function* (process) {
      simulation.schedule(0, () => seen.push("event"), 0, PRIORITY.completion);
      yield process.seize(desk);
      seen.push("seized");
      process.release(desk);
    });
    simulation.run();
    expect(seen).toEqual(["seized", "event"]);
  });

  it("stays one of thousands that share numbers, each waking only itself", () => {
    const { simulation, processes } = stage();
    let ended = 0;
    function* sleeper(process: Process, length: number): ProcessBody {
      const begun = process.now;
      yield process.hold(length);
      yield process.hold(length);
      expect(process.now).toBe(begun + 2 * length);
      ended += 1;
    }
    processes.start(function* (process) {
      for (let i = 0; i < 3_000; i++) {
        processes.start(sleeper, (i * 7919) % 64);
        yield process.hold(1);
      }
    });
    simulation.run();
    expect([ended, processes.length]).toEqual([3_000, 0]);
  });
});

describe("an interruption", () => {
  /** Waits as told, and tells what interrupts it. */
  function* patient(process: Process, here: Stage, wait: (process: Process) => unknown): ProcessBody {
    try {
      yield wait(process) as ReturnType<Process["hold"]>;
      here.seen.push(`${process.now} undisturbed`);
    } catch (thrown) {
      if (!(thrown instanceof Interrupted)) throw thrown;
      here.seen.push(`${process.now} ${thrown.cause}, ${thrown.remaining} left`);
    }
  }

  it("ends a hold and says how much was left, of a suspended one too", () => {
    const here = stage();
    const desk = here.resource({ capacity: 1, atShiftEnd: "suspend" });
    const a = here.processes.start(patient, here, (process: Process) => process.hold(10));
    const b = here.processes.start(function* (process) {
      yield process.seize(desk);
      yield* patient(process, here, () => process.hold(10));
      process.release(desk);
    });
    here.simulation.scheduleAt(2, () => desk.setCapacity(0));
    here.simulation.scheduleAt(4, () => {
      expect([a.interrupt("call"), a.interrupt("again"), b.interrupt("visit")]).toEqual([true, false, true]);
    });
    here.simulation.run();
    expect(here.seen).toEqual(["4 call, 6 left", "4 visit, 8 left"]);
    expect([a.interrupt(), a.ended, desk.waiting.value]).toEqual([false, true, 0]);
  });

  it("takes it out of a line and away from a signal, and cancels its patience", () => {
    const here = stage();
    const desk = here.resource({ capacity: 0 });
    const bell = new Signal();
    const inLine = here.processes.start(patient, here, (process: Process) =>
      process.seize(desk, { patience: 50 }),
    );
    const listening = here.processes.start(patient, here, (process: Process) => process.waitFor(bell, 50));
    here.simulation.scheduleAt(3, () => {
      inLine.interrupt("out");
      listening.interrupt("out");
    });
    here.simulation.run();
    expect(here.seen).toEqual(["3 out, 0 left", "3 out, 0 left"]);
    expect([here.simulation.now, desk.waiting.value, bell.fire()]).toEqual([3, 0, 0]);
  });

  it("takes back what was granted and not yet noticed, for the next in line", () => {
    const here = stage();
    const desk = here.resource({ capacity: 0 });
    const first = here.processes.start(patient, here, (process: Process) => process.seize(desk));
    here.processes.start(visitor, here, desk, { name: "second", hold: 1 });
    here.simulation.scheduleAt(5, () => {
      desk.setCapacity(1);
      first.interrupt("too late");
    });
    here.simulation.run();
    expect(here.seen).toEqual(["5 too late, 0 left", "5 second begins", "6 second ends"]);
    expect(desk.busy.value).toBe(0);
  });

  it("does not reach one who has not begun, and not oneself", () => {
    const { simulation, processes } = stage();
    const unborn = processes.start(function* (process) {
      yield process.hold(1);
    });
    expect(unborn.interrupt()).toBe(false);
    processes.start(function* (process) {
      process.interrupt();
      yield process.hold(1);
    });
    expect(() => simulation.run()).toThrow("a process cannot interrupt itself");
  });

  it("ends the run when it is not caught", () => {
    const { simulation, processes } = stage();
    const sleeper = processes.start(function* (process) {
      yield process.hold(10);
    });
    simulation.schedule(1, () => void sleeper.interrupt());
    expect(() => simulation.run()).toThrow("a process was interrupted and did not catch it");
    expect(sleeper.ended).toBe(true);
  });
});

describe("a process refuses", () => {
  const thrown = (story: (process: Process, here: Stage, desk: Resource) => ProcessBody): unknown => {
    const here = stage();
    here.processes.start(story, here, here.resource({ capacity: 1 }));
    try {
      here.simulation.run();
    } catch (error) {
      return (error as Error).message;
    }
    return undefined;
  };

  it("to hold for a time that is none", () => {
    expect(
      thrown(function* (process) {
        yield process.hold(-1);
      }),
    ).toBe("cannot schedule at -1: that is before now (0)");
    expect(
      thrown(function* (process) {
        yield process.hold(Number.NaN);
      }),
    ).toMatch("cannot schedule at NaN");
    expect(
      thrown(function* (process, _here, desk) {
        desk.setCapacity(0);
        yield process.seize(desk, { patience: -1 });
      }),
    ).toBe("patience -1 is not 0 or more");
  });

  it("to end with something in its hands, or to release what it does not hold", () => {
    expect(
      thrown(function* (process, _here, desk) {
        yield process.seize(desk);
      }),
    ).toBe("a process has ended and still holds a resource: release it");
    expect(
      thrown(function* (process, _here, desk) {
        process.release(desk);
        yield process.hold(1);
      }),
    ).toBe("a process cannot release what it does not hold: seize it first");
  });

  it("to yield without waiting, or to wait twice at once", () => {
    const wait = stage().processes.start(function* () {}).hold;
    expect(
      thrown(function* () {
        yield undefined as unknown as ReturnType<typeof wait>;
      }),
    ).toBe("a process must yield what hold, seize or waitFor returned");
    expect(
      thrown(function* (process) {
        process.hold(1);
        yield process.hold(1);
      }),
    ).toMatch("must yield each wait");
  });

  it("to let others wait in its name", () => {
    const { simulation, processes } = stage();
    const sleeper = processes.start(function* (process) {
      yield process.hold(10);
    });
    simulation.schedule(1, () => void sleeper.hold(1));
    expect(() => simulation.run()).toThrow("a process that is holding cannot begin to wait");
  });
});
