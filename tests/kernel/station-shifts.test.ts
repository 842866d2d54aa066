import { describe, expect, it } from "vitest";
import { CapacitySchedule, PRIORITY } from "../../src/kernel/index.ts";
import { watchedStation } from "./watched-station.ts";

/** On duty from 8 to 12 each day of 24. */
const mornings = new CapacitySchedule(
  [
    { at: 8, capacity: 1 },
    { at: 12, capacity: 0 },
  ],
  24,
);

describe("a station by shifts", () => {
  it("serves nobody while nobody is on duty, and loses nobody", () => {
    const { simulation, station, seen } = watchedStation({ servers: 2, onDuty: 0 });
    station.enter(0, 1);
    station.enter(1, 1);
    simulation.run(1000);
    expect([station.waiting().value, station.onDuty.value, ...seen]).toEqual([2, 0]);
    expect(station.waiting().area(1000)).toBe(2000);
    station.setCapacity(2);
    simulation.run();
    expect(seen).toEqual(["1000 start 0 0 0", "1000 start 1 0 1", "1001 done 0 0 0", "1001 done 1 0 1"]);
  });

  it("without any servers lets people wait", () => {
    const { simulation, station } = watchedStation({ servers: 0 });
    station.enter(0, 1);
    simulation.run(9);
    expect([station.waiting().value, station.waiting().area(9)]).toEqual([1, 9]);
  });

  it("begins with a shift change as first event", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1, onDuty: 0 });
    simulation.scheduleAt(0, () => station.setCapacity(1), 0, PRIORITY.availability);
    simulation.scheduleAt(0, (job) => station.enter(job, 2), 7, PRIORITY.arrival);
    simulation.run();
    expect(seen).toEqual(["0 start 7 0 0", "2 done 7 0 0"]);
  });

  it("finishes the work in hand after the shift, busy but not on duty, and takes no more", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1, onDuty: 0 });
    const end = mornings.follow(simulation, (capacity) => station.setCapacity(capacity));
    station.enter(0, 3);
    station.enter(1, 3);
    station.enter(2, 3);
    simulation.run(13);
    expect([station.busy.value, station.onDuty.value, station.waiting().value]).toEqual([1, 0, 1]);
    simulation.run(40);
    end();
    expect(seen).toEqual([
      "8 start 0 0 0",
      "11 start 1 0 0",
      "11 done 0 0 0",
      "14 done 1 0 0",
      "32 start 2 0 0",
      "35 done 2 0 0",
    ]);
    expect([station.busy.area(40), station.onDuty.area(40)]).toEqual([9, 8]);
  });

  it("suspends the work in hand at the end of the shift, and resumes what is left plus the re-read cost", () => {
    const { simulation, station, seen } = watchedStation({
      servers: 1,
      onDuty: 0,
      atShiftEnd: "suspend",
      reread: 0.25,
    });
    mornings.follow(simulation, (capacity) => station.setCapacity(capacity));
    station.enter(0, 3);
    station.enter(1, 6);
    simulation.run(70);
    expect(seen).toEqual([
      "8 start 0 0 0",
      "11 start 1 0 0",
      "11 done 0 0 0",
      "12 suspend 1 0 0",
      "32 start 1 0 0", // 5 left and 0.25 to read
      "36 suspend 1 0 0",
      "56 start 1 0 0", // 1.25 left and 0.25 to read
      "57.5 done 1 0 0",
    ]);
    expect(station.busy.area(70)).toBe(3 + 6 + 2 * 0.25);
  });

  it("hands suspended work to a colleague who is idle, at the colleague's speed", () => {
    const { simulation, station, seen } = watchedStation({ servers: [2, 1], atShiftEnd: "suspend" });
    station.enter(0, 10);
    simulation.scheduleAt(3, () => station.setOnDuty(0, false));
    simulation.run();
    expect(seen).toEqual(["0 start 0 0 0", "3 suspend 0 0 0", "3 start 0 0 1", "7 done 0 0 1"]);
  });

  it("does not hand suspended work to a colleague who goes at the same minute", () => {
    const { simulation, station, seen } = watchedStation({ servers: 2, atShiftEnd: "suspend", reread: 1 });
    station.enter(0, 10);
    simulation.scheduleAt(3, () => station.setCapacity(0));
    simulation.scheduleAt(5, () => station.setCapacity(2));
    simulation.run();
    expect(seen).toEqual(["0 start 0 0 0", "3 suspend 0 0 0", "5 start 0 0 0", "13 done 0 0 0"]);
  });

  it("does not end the work of a server who is back on duty before it is finished", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1 });
    station.enter(0, 10);
    station.enter(1, 1);
    simulation.scheduleAt(3, () => station.setCapacity(0));
    simulation.scheduleAt(5, () => station.setCapacity(1));
    simulation.run();
    expect(seen.filter((event) => event.includes("start"))).toEqual(["0 start 0 0 0", "10 start 1 0 0"]);
    expect(station.onDuty.area(11)).toBe(9);
  });

  it("lets the work that ends with the shift be done", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1, onDuty: 0, atShiftEnd: "suspend" });
    mornings.follow(simulation, (capacity) => station.setCapacity(capacity));
    station.enter(0, 4);
    simulation.run(20);
    expect(seen).toEqual(["8 start 0 0 0", "12 done 0 0 0"]);
  });

  it("keeps the impatient only until their patience ends, on duty or not", () => {
    const { simulation, station, seen } = watchedStation({ servers: 1, onDuty: 0 });
    mornings.follow(simulation, (capacity) => station.setCapacity(capacity));
    station.enter(0, 1, 0, 7);
    station.enter(1, 1, 0, 8);
    station.enter(2, 1, 0, 8.5);
    simulation.run(20);
    // At 8 the impatient leave before the shift begins: withdrawal goes before availability.
    expect(seen).toEqual(["7 leave 0 0", "8 leave 1 0", "8 start 2 0 0", "9 done 2 0 0"]);
  });
});
