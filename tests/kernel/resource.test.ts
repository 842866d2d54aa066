import { describe, expect, it } from "vitest";
import {
  type Claim,
  type Claimant,
  Resource,
  type ResourceOptions,
  Simulation,
} from "../../src/kernel/index.ts";

/** A claimant by name that tells what happens to it. */
function stage(options: ResourceOptions) {
  const simulation = new Simulation();
  const resource = new Resource(simulation, options);
  const seen: string[] = [];
  const say = (name: string): Claimant => ({
    granted: () => void seen.push(`${simulation.now} granted ${name}`),
    suspended: () => void seen.push(`${simulation.now} suspended ${name}`),
    resumed: () => void seen.push(`${simulation.now} resumed ${name}`),
  });
  const at = (time: number, act: () => void) => simulation.scheduleAt(time, act);
  const ask = (name: string, priority?: number): Claim => resource.request(say(name), priority);
  return { simulation, resource, seen, at, ask };
}

describe("a resource", () => {
  it("is held by as many as its capacity, and then by those who wait, by priority and first come", () => {
    const { resource, seen, ask } = stage({ capacity: 2 });
    const [a, b] = [ask("a"), ask("b", 5)];
    const [c, d, e] = [ask("c", 1), ask("d"), ask("e", 1)];
    expect([a, b, c, d, e].map((claim) => claim.state)).toEqual([
      "held",
      "held",
      "waiting",
      "waiting",
      "waiting",
    ]);
    expect([resource.release(a), resource.release(a)]).toEqual([true, false]);
    resource.release(b);
    resource.release(c);
    expect(seen).toEqual(["0 granted d", "0 granted c", "0 granted e"]);
    expect([resource.busy.value, resource.waiting.value]).toEqual([2, 0]);
  });

  it("can be first come for all, or ordered by a comparison", () => {
    const first = stage({ capacity: 0, discipline: "first-come" });
    first.ask("a", 2);
    first.ask("b", 1);
    first.resource.setCapacity(2);
    expect(first.seen).toEqual(["0 granted a", "0 granted b"]);
    const last = stage({ capacity: 0, discipline: (a, b) => b.priority - a.priority });
    for (const [name, priority] of Object.entries({ a: 1, b: 2, c: 2 })) last.ask(name, priority);
    last.resource.setCapacity(3);
    expect(last.seen).toEqual(["0 granted b", "0 granted c", "0 granted a"]);
  });

  it("forgets a claim that is withdrawn while it waits", () => {
    const { resource, seen, ask } = stage({ capacity: 0 });
    const [a] = [ask("a"), ask("b")];
    expect(resource.release(a)).toBe(true);
    resource.setCapacity(2);
    expect(seen).toEqual(["0 granted b"]);
    expect([resource.waiting.value, resource.busy.value, a.state]).toEqual([0, 1, "ended"]);
  });

  it("lets holders finish when the capacity falls, and grants nothing until they are few enough", () => {
    const { resource, seen, ask } = stage({ capacity: 2 });
    const [a, b] = [ask("a"), ask("b"), ask("c")];
    resource.setCapacity(1);
    expect(resource.busy.value).toBe(2);
    resource.release(a);
    expect(seen).toEqual([]);
    resource.release(b);
    expect(seen).toEqual(["0 granted c"]);
  });

  it("suspends the last in the discipline when the capacity falls, and resumes before fresh claims of the same rank", () => {
    const { simulation, resource, seen, at, ask } = stage({ capacity: 3, atShiftEnd: "suspend" });
    ask("a", 1);
    const b = ask("b", 0);
    ask("c", 1);
    at(1, () => resource.setCapacity(1));
    at(2, () => [ask("d", 1), ask("e", 0)]);
    at(3, () => resource.setCapacity(3));
    at(4, () => resource.release(b));
    simulation.run(10);
    expect(seen).toEqual(["1 suspended c", "1 suspended a", "3 granted e", "3 resumed c", "4 resumed a"]);
    expect([resource.busy.area(10), resource.waiting.area(10), resource.capacity.area(10)]).toEqual([
      3 + 1 + 1 + 3 * 7,
      2 + 4 + 2 + 6,
      3 + 2 + 3 * 7,
    ]);
  });

  it("pre-empts the last holder if that one goes after, and nobody else", () => {
    const { resource, seen, ask } = stage({ capacity: 2, preempt: true });
    ask("a", 2);
    ask("b", 2);
    expect(ask("same", 2).state).toBe("waiting");
    const urgent = ask("urgent", 0);
    expect(urgent.state).toBe("held");
    resource.release(urgent);
    expect(seen).toEqual(["0 suspended b", "0 resumed b"]);
  });

  it("does not pre-empt in the place of those who finish after their shift", () => {
    const { resource, ask } = stage({ capacity: 2, preempt: true });
    ask("a", 2);
    ask("b", 2);
    resource.setCapacity(1);
    expect(ask("urgent", 0).state).toBe("waiting");
    expect(resource.busy.value).toBe(2);
  });

  it("lets a suspended claim end, and a claim of another resource alone", () => {
    const { simulation, resource, seen, ask } = stage({ capacity: 1, atShiftEnd: "suspend" });
    const a = ask("a");
    resource.setCapacity(0);
    expect(new Resource(simulation, { capacity: 1 }).release(a)).toBe(false);
    expect([a.state, resource.release(a), resource.waiting.value]).toEqual(["suspended", true, 0]);
    resource.setCapacity(1);
    expect(seen).toEqual(["0 suspended a"]);
  });

  it("refuses capacities, priorities and costs that are none", () => {
    const { simulation, resource, ask } = stage({ capacity: 1 });
    for (const capacity of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => new Resource(simulation, { capacity })).toThrow(
        `capacity ${capacity} is not a whole number from 0 on`,
      );
      expect(() => resource.setCapacity(capacity)).toThrow(RangeError);
    }
    expect(() => new Resource(simulation, { capacity: 1, reread: Number.NaN })).toThrow(
      "0 or more and finite, not NaN",
    );
    expect(() => ask("a", Number.NaN)).toThrow("a claim needs a priority that is a number, not NaN");
    expect(resource.busy.value).toBe(0);
  });
});
