import { describe, expect, test } from "vitest";
import { createInlineExecutor, findHeadroom } from "../../src/experiment/index.ts";
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
});
