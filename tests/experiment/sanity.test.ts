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

  test("names the people of whom more is asked than their hours allow, by name or by number", () => {
    const { scenario } = patchScenario(tiny, {
      "specialties.clinic.patients": 300,
      "staff.physician.count": 4,
      "staff.physician.people": { "Dr. Short": { inbox: ["Mon 15:00-15:30"] } },
    });
    const model = compile(scenario!.clinic, []);
    const { people } = offeredLoads(model).teams[1]!;
    const [, physician] = sanityOf(model, results).teams;
    expect(physician!.overloadedPeople).toEqual([{ name: "Dr. Short", load: people[0]!.load }]);
    const { scenario: busier } = patchScenario(scenario!, { "specialties.clinic.patients": 8000 });
    const names = sanityOf(compile(busier!.clinic, []), results).teams[1]!.overloadedPeople.map(
      ({ name }) => name,
    );
    expect(names).toEqual(["Dr. Short", "physician no. 2", "physician no. 3", "physician no. 4"]);
  });

  test("puts the three sides of Little's law together over all replications, and takes the worst residual", () => {
    const { meanOpen, sentPerWeek, meanStay, meanTime, worst } = sanityOf(tinyModel, results).littlesLaw;
    const each = results.map(({ diagnostics }) => diagnostics.littlesLaw);
    expect(Math.abs(worst)).toBe(Math.max(...each.map(({ residual }) => Math.abs(residual))));
    expect(Math.abs(worst)).toBeLessThan(1e-12);
    const sent = each.reduce((sum, law) => sum + law.sent, 0);
    expect(sentPerWeek).toBeCloseTo(sent / 3 / 4, 9);
    expect(meanOpen).toBeCloseTo((sentPerWeek * meanStay) / 10_080, 9);
    expect(meanTime).toBeCloseTo(each.reduce((sum, law) => sum + law.sentMinutes, 0) / sent, 9);
    expect(meanTime).toBeGreaterThan(100);
  });
});
