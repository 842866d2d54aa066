import { describe, expect, test } from "vitest";
import {
  compile,
  drawWorld,
  runClinic,
  runReplication,
  type Thread,
  type World,
} from "../../src/model/index.ts";
import type { Patch } from "../../src/scenario/index.ts";
import { clockChangesOf, rheum } from "./rheum.ts";

const scenario = rheum();
const { seed } = scenario.clinic.run;
const clockChanges = await clockChangesOf(scenario.clinic);
const modelOf = (patch: Patch = {}) => compile(rheum(patch).clinic, clockChanges);
const worldOf = (patch: Patch = {}): World => drawWorld(modelOf(patch), seed, 1);

const base = worldOf();
/** All that a thread is, apart from its place in the list. */
const faceOf = ({ id: _, ...rest }: Thread): string => JSON.stringify(rest);

describe("changes to rheum.json are compared on the same patients", () => {
  test("another nurse leaves every thread as it was, everybody else's days and all other work", () => {
    const { threads, work, people } = worldOf({ "staff.triage-nurse.count": 2 });
    expect(threads).toEqual(base.threads);
    expect(work).toEqual(base.work);
    expect(people.map((team) => team.length)).toEqual([4, 2]);
    expect(people.map((team, index) => team.slice(0, base.people[index]!.length))).toEqual(base.people);
  });

  test("a higher volume keeps every thread and adds some", () => {
    const more = worldOf({
      "specialties.rheumatology.demand.volume": "22 per 100 portal patients per month",
    });
    const there = new Set(more.threads.map(faceOf));
    expect(base.threads.filter((thread) => !there.has(faceOf(thread)))).toEqual([]);
    expect(more.threads.length / base.threads.length).toBeCloseTo(22 / 19, 1);
  });

  test("a fifth physician takes about a fifth of each colleague's patients, and nobody else changes hands", () => {
    const more = worldOf({ "staff.rheumatologist.count": 5 });
    const physicianOf = ({ threads }: World) =>
      new Map(threads.map(({ patient, person }) => [patient, person]));
    const before = physicianOf(base);
    const after = physicianOf(more);
    expect([...after.keys()]).toEqual([...before.keys()]);
    const moved = [...before].filter(([patient, person]) => after.get(patient) !== person);
    expect(new Set(moved.map(([patient]) => after.get(patient)))).toEqual(new Set([4]));
    // Within four standard deviations of a fifth.
    const spread = 4 * Math.sqrt((0.2 * 0.8) / before.size);
    expect(Math.abs(moved.length / before.size - 0.2)).toBeLessThan(spread);
    expect(new Set(moved.map(([, person]) => person))).toEqual(new Set([0, 1, 2, 3]));
    expect(more.threads.map((thread) => faceOf({ ...thread, person: 0 }))).toEqual(
      base.threads.map((thread) => faceOf({ ...thread, person: 0 })),
    );
  });
});

describe("running rheum.json", () => {
  test("writes nothing into scenario, clinic, model or world", () => {
    const shorter = { "run.length": "12 weeks" };
    const fresh = rheum(shorter);
    const model = compile(deepFreeze(fresh.clinic), deepFreeze([...clockChanges]));
    const world = deepFreeze(drawWorld(model, seed, 1));
    const before = structuredClone({ clinic: fresh.clinic, world });
    runClinic(model, world, {});
    runReplication(model, { seed, replication: 1, keep: "full" });
    expect({ clinic: fresh.clinic, world }).toEqual(before);
    expect(fresh).toEqual(rheum(shorter));
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
