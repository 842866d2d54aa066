import { describe, expect, it } from "vitest";
import { runReplication } from "../../src/model/index.ts";
import { modelOf, scenarioOf, shipped } from "../scenarios/shipped-scenarios.ts";

/** Every alternative of every shipped scenario, for as long as the file says. */
describe.each(shipped)("%s", (name) => {
  const { alternatives } = scenarioOf(name);

  it.each(Object.keys(alternatives))("runs and keeps its books: %s", (alternative) => {
    const model = modelOf(name, alternatives[alternative]!);
    const { seed } = model.clinic.run;
    const { conservation, diagnostics, values } = runReplication(model, {
      seed,
      replication: 0,
      keep: "responses",
    });
    const { sent, turnedAway, closed, open } = conservation;
    expect(sent).toBe(turnedAway + closed + open);
    expect(open / sent).toBeLessThan(0.05);
    expect(Math.abs(diagnostics.littlesLaw.residual)).toBeLessThan(1e-9);
    expect(values.some(Number.isFinite)).toBe(true);
  });
});
