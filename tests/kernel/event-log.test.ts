import { describe, expect, it } from "vitest";
import { EventLog, PRIORITY, Simulation } from "../../src/kernel/index.ts";

/** Three who arrive and leave again. */
function logged(delay: number): EventLog {
  const log = new EventLog();
  const simulation = new Simulation({ trace: log.trace });
  const leave = (): void => undefined;
  const arrive = (who: number): void => {
    simulation.schedule(delay * who, leave, who, PRIORITY.completion);
  };
  for (const who of [1, 2, 3]) simulation.scheduleAt(who, arrive, who, PRIORITY.arrival);
  simulation.run();
  return log;
}

describe("an event log", () => {
  it("has one line for each event, in the order in which they happened", () => {
    const rows = [
      [1, PRIORITY.arrival, 0, "arrive", 1],
      [2, PRIORITY.completion, 3, "leave", 1],
      [2, PRIORITY.arrival, 1, "arrive", 2],
      [3, PRIORITY.arrival, 2, "arrive", 3],
      [4, PRIORITY.completion, 4, "leave", 2],
      [6, PRIORITY.completion, 5, "leave", 3],
    ];
    expect(logged(1).toText()).toBe(rows.map((row) => `${row.join("\t")}\n`).join(""));
  });

  it("of two equal runs is the same", () => {
    expect(logged(1).firstDifference(logged(1))).toBe(-1);
    expect(new EventLog().firstDifference(new EventLog())).toBe(-1);
  });

  it("tells the first event in which two runs differ", () => {
    expect(logged(1).firstDifference(logged(1.25))).toBe(1);
    expect(logged(1).firstDifference(new EventLog())).toBe(0);
  });

  it("tells runs apart by time, priority, sequence, action and subject alone", () => {
    const rename = { other: (): void => undefined, usual: (): void => undefined };
    const one = (time: number, priority: number, sequence: number, action: () => void, subject: number) => {
      const log = new EventLog();
      log.trace(time, priority, sequence, action, subject);
      return log;
    };
    const usual = one(1, 2, 3, rename.usual, 4);
    const others = [
      one(9, 2, 3, rename.usual, 4),
      one(1, 9, 3, rename.usual, 4),
      one(1, 2, 9, rename.usual, 4),
      one(1, 2, 3, rename.other, 4),
      one(1, 2, 3, rename.usual, 9),
    ];
    expect(usual.firstDifference(one(1, 2, 3, rename.usual, 4))).toBe(-1);
    expect(others.map((log) => usual.firstDifference(log))).toEqual([0, 0, 0, 0, 0]);
  });

  it("gives any event by its number", () => {
    const log = logged(1);
    expect(log).toHaveLength(6);
    expect(log.row(1)).toEqual({ time: 2, priority: 0, sequence: 3, action: "leave", subject: 1 });
    expect(() => log.row(6)).toThrow(new RangeError("the log has no event 6: it has 6"));
  });

  it("is told of an event before it happens, by a clock that stands at its time", () => {
    const seen: (readonly [string, number])[] = [];
    const simulation: Simulation = new Simulation({
      trace: (time) => seen.push(["told", time - simulation.now]),
    });
    simulation.scheduleAt(3, () => void seen.push(["happens", simulation.now]));
    const cancelled = simulation.scheduleAt(2, () => void seen.push(["never", 2]));
    simulation.cancel(cancelled);
    simulation.run();
    expect(seen).toEqual([
      ["told", 0],
      ["happens", 3],
    ]);
  });
});
