import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  drawWorld,
  offeredLoads,
  responseDefinitions,
  runReplication,
} from "../../src/model/index.ts";
import { randomClinic } from "./random-clinic.ts";

const cases = fc.record({ seed: fc.nat({ max: 1e9 }), days: fc.integer({ min: 1, max: 21 }) });

/** With some ten messages a day. */
function calm(clinic: Clinic): Clinic {
  const specialties = clinic.specialties.map((specialty) => {
    return { ...specialty, demand: { ...specialty.demand, rate: 0.00005 } };
  });
  return { ...clinic, specialties };
}

describe("a replication of any clinic", () => {
  test("balances its books, answers every question, and comes out the same again", () => {
    fc.assert(
      fc.property(cases, ({ seed, days }) => {
        const { clinic, clockChanges } = randomClinic({ seed, days, threads: 0, work: 0 });
        const model = compile(calm(clinic), clockChanges);
        const { values, conservation } = runReplication(model, { seed, replication: 1, keep: "full" });
        const definitions = responseDefinitions(model);
        expect(values).toHaveLength(definitions.length);
        const impossible = definitions.filter(({ unit, estimand }, i) => {
          const most = unit === "share" && estimand.type === "ratio" ? 1 + 1e-9 : Number.POSITIVE_INFINITY;
          return values[i]! < 0 || values[i]! > most;
        });
        expect(impossible.map(({ name }) => name)).toEqual([]);
        const { sent, turnedAway, closed, open } = conservation;
        expect(turnedAway + closed + open).toBe(sent);
        const loads = offeredLoads(model).teams.flatMap(({ load, people }) => [
          load,
          ...people.map((p) => p.load),
        ]);
        expect(loads.filter((load) => !(load >= 0))).toEqual([]);
        const again = runReplication(compile(calm(clinic), clockChanges), {
          seed,
          replication: 1,
          keep: "responses",
        });
        expect([...again.values]).toEqual([...values]);
      }),
      { seed: 20260105, numRuns: 40 },
    );
  });
});

describe("replications of one seed", () => {
  test("differ from each other, and from those of another seed", () => {
    const { clinic, clockChanges } = randomClinic({ seed: 5, days: 14, threads: 0, work: 0 });
    const model = compile(calm(clinic), clockChanges);
    const told = [
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
    ].map(([seed, replication]) => {
      const world = drawWorld(model, seed!, replication!);
      expect(world.threads.length).toBeGreaterThan(20);
      return world.threads.map(({ sent, patient }) => `${patient} ${sent}`);
    });
    const all = told.flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
