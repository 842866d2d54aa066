import { describe, expect, it } from "vitest";
import { PRIORITY, type StationOptions } from "../../src/kernel/index.ts";
import { watchedStation } from "./watched-station.ts";

describe("a station", () => {
  it("serves first who came first, and keeps its levels", () => {
    const { simulation, station, seen } = watchedStation({ servers: 2 });
    for (const [job, work] of [5, 2, 1, 4].entries()) station.enter(job, work);
    expect([station.busy.value, station.waiting().value, station.onDuty.value]).toEqual([2, 2, 2]);
    simulation.run();
    expect(seen).toEqual([
      "0 start 0 0 0",
      "0 start 1 0 1",
      "2 start 2 0 1",
      "2 done 1 0 1",
      "3 start 3 0 1",
      "3 done 2 0 1",
      "5 done 0 0 0",
      "7 done 3 0 1",
    ]);
    expect([station.busy.area(7), station.waiting().area(7), station.busy.value]).toEqual([12, 5, 0]);
  });

  it("takes a first job at t = 0 that needs no time", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1 });
    station.enter(0, 0);
    simulation.run();
    expect(seen).toEqual(["0 start 0 0 0", "0 done 0 0 0"]);
  });

  it("chooses by the comparison of the line, and first come among equals", () => {
    const length = [9, 4, 2, 4, 1];
    const { simulation, station, seen } = watchedStation({
      servers: 1,
      lines: [{ compare: (a, b) => length[a]! - length[b]! }],
    });
    length.forEach((work, job) => {
      station.enter(job, work);
    });
    simulation.run();
    expect(seen.filter((event) => event.includes("start")).map((event) => event.split(" ")[2])).toEqual([
      "0",
      "4",
      "2",
      "1",
      "3",
    ]);
  });

  it("lets go who has waited as long as patience lasts, and nobody who has begun", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1 });
    station.enter(0, 10, 0, 1);
    station.enter(1, 1, 0, 10);
    station.enter(2, 1, 0, 9.5);
    station.enter(3, 1, 0, 0);
    simulation.run();
    expect(seen).toEqual([
      "0 start 0 0 0",
      "0 leave 3 0",
      "9.5 leave 2 0",
      "10 start 1 0 0",
      "10 done 0 0 0",
      "11 done 1 0 0",
    ]);
    expect([station.waiting().value, simulation.pendingCount]).toEqual([0, 0]);
  });

  it("lets a job leave by request while it waits, not later", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1 });
    station.enter(0, 3);
    station.enter(1, 3);
    expect([station.leave(0), station.leave(1), station.leave(1), station.leave(7)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    simulation.run();
    expect(seen).toEqual(["0 start 0 0 0", "0 leave 1 0", "3 done 0 0 0"]);
  });

  it("works at each server's own speed", () => {
    const { simulation, station, seen } = watchedStation({ servers: [0.5, 2] });
    for (const job of [0, 1, 2]) station.enter(job, 6);
    simulation.run();
    expect(seen.filter((event) => event.includes("done"))).toEqual([
      "3 done 1 0 1",
      "6 done 2 0 1",
      "12 done 0 0 0",
    ]);
  });

  it("shares its servers among lines, each in its own order of preference", () => {
    const { simulation, station, seen } = watchedStation({
      servers: 3,
      lines: [{}, {}],
      serves: [[0], [1, 0], [1]],
    });
    station.enter(0, 4, 0); // server 0
    station.enter(1, 4, 0); // server 1, by its second preference
    station.enter(2, 9, 1); // server 2
    station.enter(3, 1, 0); // first to come, but server 1 prefers the other line
    station.enter(4, 1, 1);
    simulation.run();
    expect(seen.filter((event) => event.includes("start"))).toEqual([
      "0 start 0 0 0",
      "0 start 1 0 1",
      "0 start 2 1 2",
      "4 start 3 0 0",
      "4 start 4 1 1",
    ]);
  });

  it("leaves a line that nobody serves alone", () => {
    const { simulation, station } = watchedStation({ servers: 1, lines: [{}, {}], serves: [[1]] });
    station.enter(0, 1, 0);
    simulation.run(100);
    expect([station.waiting(0).value, station.busy.value]).toEqual([1, 0]);
  });

  it("takes the urgent line first, and does not disturb who is being served", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1, lines: [{}, {}] });
    station.enter(0, 5, 1);
    station.enter(1, 5, 1);
    simulation.scheduleAt(1, (job) => station.enter(job, 1, 0), 2, PRIORITY.arrival);
    simulation.run();
    expect(seen.filter((event) => event.includes("start"))).toEqual([
      "0 start 0 1 0",
      "5 start 2 0 0",
      "6 start 1 1 0",
    ]);
  });
});

describe("a station that pre-empts", () => {
  it("suspends the latest line's job that would be done last, and resumes it before fresh ones", () => {
    const { simulation, station, seen } = watchedStation({
      servers: 2,
      lines: [{}, {}],
      preempt: true,
      reread: 0.5,
    });
    station.enter(0, 6, 1);
    station.enter(1, 9, 1);
    station.enter(2, 1, 1);
    simulation.scheduleAt(2, (job) => station.enter(job, 3, 0), 3, PRIORITY.arrival);
    simulation.run();
    expect(seen).toEqual([
      "0 start 0 1 0",
      "0 start 1 1 1",
      "2 suspend 1 1 1",
      "2 start 3 0 1",
      "5 start 1 1 1",
      "5 done 3 0 1",
      "6 start 2 1 0",
      "6 done 0 1 0",
      "7 done 2 1 0",
      "12.5 done 1 1 1",
    ]);
  });

  it("never suspends a job of the same line", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1, preempt: true });
    station.enter(0, 5);
    station.enter(1, 1);
    simulation.run();
    expect(seen.some((event) => event.includes("suspend"))).toBe(false);
  });
});

describe("a station refuses", () => {
  const wrong: (readonly [Omit<StationOptions, "onDone">, string])[] = [
    [{ servers: -1 }, "a station needs a whole number of servers from 0 on, not -1"],
    [{ servers: 1.5 }, "a station needs a whole number of servers from 0 on, not 1.5"],
    [{ servers: [1, 0] }, "a server's speed must be above 0 and finite, not 0"],
    [
      { servers: 1, reread: Number.NaN },
      "the cost of reading in again must be 0 or more and finite, not NaN",
    ],
    [{ servers: 1, lines: [] }, "a station needs at least one line"],
    [{ servers: 2, serves: [[0]] }, "2 servers, but 1 lists of the lines that they serve"],
    [{ servers: 1, serves: [[1]] }, "a server serves line 1, but the lines are 0 to 0"],
    [{ servers: 1, onDuty: 2 }, "capacity 2 is not a whole number from 0 to 1"],
  ];

  it.each(wrong)("the options %o", (options, message) => {
    expect(() => watchedStation(options)).toThrow(new RangeError(message));
  });

  it("jobs and servers that are none", () => {
    const { station } = watchedStation({ servers: 1 });
    station.enter(0, 1);
    expect(() => station.enter(0, 1)).toThrow("job 0 is already in this station");
    expect(() => station.enter(-1, 1)).toThrow("a job is a whole number from 0 to 16777215, not -1");
    expect(() => station.enter(1.5, 1)).toThrow("not 1.5");
    expect(() => station.enter(1e9, 1)).toThrow("not 1000000000");
    expect(() => station.enter(1, -1)).toThrow("work -1 is not 0 or more");
    expect(() => station.enter(1, Number.NaN)).toThrow("work NaN is not 0 or more");
    expect(() => station.enter(1, 1, 1)).toThrow("line 1 is not one of 0 to 0");
    expect(() => station.enter(1, 1, 0, Number.NaN)).toThrow("patience NaN is not 0 or more");
    expect(() => station.setOnDuty(1, true)).toThrow("there is no server 1");
    expect(() => station.setCapacity(Number.NaN)).toThrow("capacity NaN is not a whole number from 0 to 1");
    expect(station.waiting().value).toBe(0);
  });
});
