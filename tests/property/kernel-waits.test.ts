import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  PRIORITY,
  type Process,
  type ProcessBody,
  Processes,
  Resource,
  Simulation,
  Station,
} from "../../src/kernel/index.ts";

interface Customer {
  readonly arrival: number;
  readonly service: number;
}

/** Whole numbers, so that sums are exact in any order; many of them tie, and the first may come at 0. */
const customers = fc
  .array(fc.record({ gap: fc.constantFrom(0, 0, 1, 2, 3, 8), service: fc.constantFrom(0, 1, 2, 5, 13) }), {
    minLength: 1,
    maxLength: 80,
  })
  .map((drawn): readonly Customer[] => {
    let arrival = 0;
    return drawn.map(({ gap, service }, i) => {
      if (i > 0) arrival += gap;
      return { arrival, service };
    });
  });
const servers = fc.integer({ min: 1, max: 5 });

function always(check: (who: readonly Customer[], count: number) => void): void {
  fc.assert(fc.property(customers, servers, check), { numRuns: 300, seed: 2026 });
}

/** Kiefer and Wolfowitz: who comes is served by the server who is free first. */
function waitsByTheBook(who: readonly Customer[], count: number): readonly number[] {
  const free = new Array<number>(count).fill(0);
  return who.map(({ arrival, service }) => {
    const first = free.indexOf(Math.min(...free));
    const start = Math.max(arrival, free[first]!);
    free[first] = start + service;
    return start - arrival;
  });
}

function waitsAtStation(who: readonly Customer[], count: number) {
  const simulation = new Simulation();
  const waits = who.map(() => Number.NaN);
  const station = new Station(simulation, {
    servers: count,
    onStart: (job) => {
      waits[job] = simulation.now - who[job]!.arrival;
    },
    onDone: () => undefined,
  });
  const enter = (job: number): void => station.enter(job, who[job]!.service);
  who.forEach(({ arrival }, job) => {
    simulation.scheduleAt(arrival, enter, job, PRIORITY.arrival);
  });
  simulation.run();
  return { waits, queue: station.waiting(), busy: station.busy, end: simulation.now };
}

function* visit(
  process: Process,
  customer: Customer,
  desk: Resource,
  note: (wait: number) => void,
): ProcessBody {
  yield process.hold(customer.arrival, PRIORITY.arrival);
  yield process.seize(desk);
  note(process.now - customer.arrival);
  yield process.hold(customer.service, PRIORITY.completion);
  process.release(desk);
}

function waitsOfProcesses(who: readonly Customer[], count: number) {
  const simulation = new Simulation();
  const processes = new Processes(simulation);
  const desk = new Resource(simulation, { capacity: count, discipline: "first-come" });
  const waits = who.map(() => Number.NaN);
  who.forEach((customer, i) => {
    processes.start(visit, customer, desk, (wait: number) => {
      waits[i] = wait;
    });
  });
  simulation.run();
  return { waits, queue: desk.waiting, busy: desk.busy, end: simulation.now };
}

describe.each([
  ["a station", waitsAtStation],
  ["a resource held by processes", waitsOfProcesses],
])("the waits at %s, first come first served", (_, waitsOf) => {
  test("are those of the recursion by Kiefer and Wolfowitz, customer by customer", () => {
    always((who, count) => {
      expect(waitsOf(who, count).waits).toEqual(waitsByTheBook(who, count));
    });
  });

  test("never become longer by one more server, for anybody", () => {
    always((who, count) => {
      const { waits } = waitsOf(who, count);
      const longer = waitsOf(who, count + 1).waits.filter((wait, i) => wait > waits[i]!);
      expect(longer).toEqual([]);
    });
  });

  test("add up to the area beneath the queue, as services do to the area beneath the busy", () => {
    always((who, count) => {
      const { waits, queue, busy, end } = waitsOf(who, count);
      expect(queue.area(end)).toBe(waits.reduce((sum, wait) => sum + wait, 0));
      expect(busy.area(end)).toBe(who.reduce((sum, { service }) => sum + service, 0));
      expect([queue.value, busy.value]).toEqual([0, 0]);
    });
  });
});

test("the order of the waits would show if the last to come were served first", () => {
  const who = [0, 1, 2].map((arrival) => ({ arrival, service: 10 }));
  const simulation = new Simulation();
  const waits: number[] = [];
  const station = new Station(simulation, {
    servers: 1,
    lines: [{ compare: (a, b) => b - a }],
    onStart: (job) => {
      waits[job] = simulation.now - who[job]!.arrival;
    },
    onDone: () => undefined,
  });
  for (const [job, { arrival }] of who.entries()) {
    simulation.scheduleAt(arrival, () => station.enter(job, 10));
  }
  simulation.run();
  expect(waits).not.toEqual(waitsByTheBook(who, 1));
});
