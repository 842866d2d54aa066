import { describe, expect, test } from "vitest";
import { sanityOf } from "../../src/experiment/index.ts";
import { compile, offeredLoads } from "../../src/model/index.ts";
import { patchScenario } from "../../src/scenario/index.ts";
import { mmcWait } from "../../src/stats/index.ts";
import { tiny, tinyModel, tinyResults } from "./tiny-results.ts";

const results = tinyResults(3);

describe("the sanity line", () => {
  test("knows the load and, of the team that reads first, Erlang C's wait", () => {
    const [nurse, physician] = sanityOf(tinyModel, results).teams;
    const { teams, messagesPerWeek } = offeredLoads(tinyModel);
    expect(nurse).toMatchObject({ team: "nurse", people: 1, load: teams[0]!.load, fluidGrowth: 0 });
    const handling = teams[0]!.messages / messagesPerWeek;
    expect(nurse!.erlangWait).toBeCloseTo(mmcWait(teams[0]!.load / handling, 1 / handling, 1), 10);
    expect(physician).not.toHaveProperty("erlangWait");
  });

  test("gives the fluid bound where the work cannot be done", () => {
    const { scenario } = patchScenario(tiny, { "specialties.clinic.patients": 2000 });
    const model = compile(scenario!.clinic, []);
    const [nurse] = sanityOf(model, results).teams;
    const { load, hours } = offeredLoads(model).teams[0]!;
    expect(load).toBeGreaterThan(1);
    expect(nurse!.fluidGrowth).toBeCloseTo((load - 1) * hours, 6);
    expect(nurse!.erlangWait).toBe(Infinity);
  });

  test("takes the mean and the worst residual of Little's law", () => {
    const { mean, worst } = sanityOf(tinyModel, results).littlesLaw;
    const each = results.map(({ diagnostics }) => diagnostics.littlesLaw.residual);
    expect(mean).toBeCloseTo((each[0]! + each[1]! + each[2]!) / 3, 12);
    expect(Math.abs(worst)).toBe(Math.max(...each.map(Math.abs)));
  });
});
