import { describe, expect, test } from "vitest";
import { analyse, analyseRegimes } from "../../src/experiment/index.ts";
import { compile, regimeModels, runReplication } from "../../src/model/index.ts";
import { patchScenario } from "../../src/scenario/index.ts";
import { tiny, tinyModel, tinyResults } from "./tiny-results.ts";

const timeline = [{ from: "2026-03-03", to: "2026-03-11", factor: 1.5 }];
const { scenario } = patchScenario(tiny, { "specialties.clinic.demand.timeline": timeline });
const model = compile(scenario!.clinic, []);
const results = [1, 2, 3, 4].map((replication) =>
  runReplication(model, { seed: 7, replication, keep: "responses" }),
);

describe("the regimes of a timeline", () => {
  const regimes = analyseRegimes(model, results, { seed: 7 });

  test("are told by their dates and factors, first to last", () => {
    expect(regimes.map(({ from, to, factors }) => [from, to, factors])).toEqual([
      ["2026-02-23", "2026-03-02", { clinic: 1 }],
      ["2026-03-03", "2026-03-11", { clinic: 1.5 }],
      ["2026-03-12", "2026-03-22", { clinic: 1 }],
    ]);
  });

  test("are estimated as a run of just these days would be", () => {
    regimes.forEach(({ rows }, i) => {
      const alone = regimeModels(model)[i]!;
      const same = results.map((result) => ({ ...result, ...result.regimes[i]! }));
      const whole = analyse(alone, same, { seed: 7 }).rows.filter(({ headline }) => headline);
      expect(rows).toEqual(whole);
    });
    const [before, during] = regimes.map(
      ({ rows }) => rows.find(({ response }) => response === "messages_per_week")!.estimate,
    );
    expect(during! / before!).toBeGreaterThan(1.2);
  });

  test("are none where no timeline changes within the window", () => {
    expect(analyseRegimes(tinyModel, tinyResults(2), { seed: 7 })).toEqual([]);
  });
});
