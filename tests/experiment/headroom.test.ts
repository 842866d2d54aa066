import { describe, expect, test } from "vitest";
import { crossingVolume } from "../../src/experiment/crossing-volume.ts";
import { createInlineExecutor, findHeadroom, QUICK_WORLDS } from "../../src/experiment/index.ts";
import { changed } from "./alternatives.ts";

const plan = { engine: "engine", offsets: { atStart: 0, changes: [] }, seed: 7, replications: [1, 2, 3] };

describe("the volume at which a promise breaks", () => {
  test("lies between the largest growth that holds and the least that does not, two points apart", async () => {
    // One nurse of six hours a day for some four times the messages.
    const busy = changed({
      "specialties.clinic.patients": 420,
      "specialties.clinic.visits.perPatientPerYear": 1,
    });
    const { steps } = await findHeadroom(busy, plan, createInlineExecutor(), "thorough");
    expect(steps[0]).toMatchObject({ factor: 1, holds: true });
    expect(steps.map(({ factor }) => factor)).toEqual(
      steps.map(({ factor }) => factor).toSorted((a, b) => a - b),
    );
    const holding = steps.filter(({ holds }) => holds).at(-1)!;
    const breaking = steps.find(({ holds }) => !holds)!;
    expect(breaking.factor - holding.factor).toBeGreaterThan(0);
    expect(breaking.factor - holding.factor).toBeLessThanOrEqual(0.02 + 1e-9);
    for (const { holds, risks } of steps) {
      expect(risks.every(({ estimate, allowed }) => estimate <= allowed)).toBe(holds);
    }
    expect(steps.length).toBeLessThan(14);
  });

  test("is not looked for where the promise is broken already", async () => {
    const flooded = changed({
      "specialties.clinic.patients": 4000,
      "specialties.clinic.visits.perPatientPerYear": 0.1,
    });
    const { steps } = await findHeadroom(flooded, plan, createInlineExecutor(), "thorough");
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ factor: 1, holds: false });
  });

  test("is found by a quick search too, in few worlds, at the same growth for the same seed, with an interval around it", async () => {
    const busy = changed({
      "specialties.clinic.patients": 420,
      "specialties.clinic.visits.perPatientPerYear": 1,
    });
    const many = { ...plan, replications: Array.from({ length: 14 }, (_, i) => i + 1) };
    const found = await findHeadroom(busy, many, createInlineExecutor(), "quick");
    const { steps, crossing, replications } = found;
    expect(replications).toBe(QUICK_WORLDS);
    expect(steps.length).toBeLessThanOrEqual(5);
    const holding = steps.filter(({ holds }) => holds).at(-1)!;
    const breaking = steps.find(({ holds }) => !holds)!;
    expect(crossing!.estimate).toBeGreaterThanOrEqual(holding.factor - 1);
    expect(crossing!.estimate).toBeLessThan(breaking.factor - 1);
    expect(crossing!.low).toBeLessThanOrEqual(crossing!.estimate);
    expect(crossing!.high).toBeGreaterThanOrEqual(crossing!.estimate);
    // Of 300 worlds of another seed, by the thorough search, this is the growth at which the promise breaks.
    expect(crossing!.low).toBeLessThanOrEqual(0.15);
    expect(crossing!.high).toBeGreaterThanOrEqual(0.16);
    expect(await findHeadroom(busy, many, createInlineExecutor(), "quick")).toEqual(found);
    // What a run has found of the present volume is taken as it is, and not simulated again.
    const now = [{ estimate: 0.01, low: 0.001, high: 0.03 }];
    let arrived = 0;
    const count = () => {
      arrived += 1;
    };
    const after = await findHeadroom(busy, many, createInlineExecutor(), "quick", { now, arrived: count });
    expect(after.steps[0]!.risks).toEqual([
      { promise: found.steps[0]!.risks[0]!.promise, ...now[0], allowed: 0.05 },
    ]);
    expect(after.steps.slice(1)).toHaveLength(4);
    expect(arrived).toBe(4 * QUICK_WORLDS);
  });
});

describe("the growth at which risks go above what is allowed", () => {
  const step = (
    factor: number,
    ...risks: readonly (readonly [low: number, estimate: number, high: number])[]
  ) => ({
    factor,
    risks: risks.map(([low, estimate, high], i) => ({ promise: `${i}`, estimate, low, high, allowed: 0.05 })),
    holds: risks.every(([, estimate]) => estimate <= 0.05),
    surely: false,
  });

  test("lies on a straight line between two volumes, and so do the ends of its interval", () => {
    const { estimate, low, high } = crossingVolume([
      step(1, [0, 0, 0.01]),
      step(1.2, [0.01, 0.03, 0.09]),
      step(1.4, [0.07, 0.09, 0.2]),
    ]);
    expect(low).toBeCloseTo(0.1, 12);
    expect(estimate).toBeCloseTo(0.2 + 0.2 / 3, 12);
    expect(high).toBeCloseTo(0.2 + (0.2 * 2) / 3, 12);
  });

  test("is that of the promise that breaks first; without end where none surely does", () => {
    const { estimate, low, high } = crossingVolume([
      step(1, [0, 0.04, 0.06], [0, 0, 0.01]),
      step(1.1, [0, 0.045, 0.07], [0.01, 0.1, 0.3]),
    ]);
    expect([low, high]).toEqual([0, Infinity]);
    expect(estimate).toBeCloseTo(0.05, 12);
  });
});
