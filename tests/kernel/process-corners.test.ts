import { describe, expect, it } from "vitest";
import {
  Interrupted,
  type Process,
  type ProcessBody,
  Processes,
  Resource,
  Simulation,
} from "../../src/kernel/index.ts";

function world() {
  const simulation = new Simulation();
  return { simulation, processes: new Processes(simulation), seen: [] as (readonly [string, number])[] };
}

describe("a process that is interrupted", () => {
  it("while its resource is away can give that back, and time passes for it again", () => {
    const { simulation, processes, seen } = world();
    const desk = new Resource(simulation, { capacity: 1, atShiftEnd: "suspend" });
    function* work(process: Process): ProcessBody {
      yield process.seize(desk);
      try {
        yield process.hold(10);
      } catch (error) {
        expect(error).toEqual(new Interrupted("enough", 7));
        process.release(desk);
      }
      yield process.hold(2);
      seen.push(["home", process.now]);
    }
    const worker = processes.start(work);
    simulation.scheduleAt(3, () => desk.setCapacity(0));
    simulation.scheduleAt(5, () => void worker.interrupt("enough"));
    simulation.run();
    expect(seen).toEqual([["home", 7]]);
    expect([desk.waiting.value, desk.busy.value]).toEqual([0, 0]);
  });

  it("in the moment in which its turn has come goes on once, with the interruption", () => {
    const { simulation, processes, seen } = world();
    const desk = new Resource(simulation, { capacity: 1 });
    function* queue(process: Process): ProcessBody {
      try {
        yield process.seize(desk);
        seen.push(["served", process.now]);
      } catch {
        seen.push(["called away", process.now]);
      }
      yield process.hold(5);
      seen.push(["back", process.now]);
    }
    function* hinder(process: Process): ProcessBody {
      yield process.seize(desk);
      const other = processes.start(queue);
      yield process.hold(1);
      process.release(desk);
      expect([other.interrupt(), other.interrupt()]).toEqual([true, false]);
    }
    processes.start(hinder);
    simulation.run();
    expect(seen).toEqual([
      ["called away", 1],
      ["back", 6],
    ]);
    expect([desk.busy.value, processes.length]).toEqual([0, 0]);
  });
});
