import { describe, expect, it } from "vitest";
import type { Patch } from "../../src/scenario/index.ts";
import { DECISIONS } from "./decisions.ts";
import { runOf, valuesOf } from "./scenario-runs.ts";
import { scenarioOf, shipped } from "./shipped-scenarios.ts";

/** In one replication: how sure one may be of it is for the battery. */
describe.each(shipped)("the decisions that %s asks about", (name) => {
  const { run = {}, today, effects } = DECISIONS[name]!;
  const value = (patch: Patch, response: string) => valuesOf(name, { ...run, ...patch }, response, 1)[0]!;

  it("are about a clinic that keeps its books", () => {
    const { conservation, diagnostics } = runOf(name, run);
    const { sent, turnedAway, closed, open } = conservation;
    expect(sent).toBe(turnedAway + closed + open);
    expect(sent).toBeGreaterThan(2000);
    expect(Math.abs(diagnostics.littlesLaw.residual)).toBeLessThan(1e-9);
  });

  it.each(today)("are open today: %s lies between %f and %f", (response, least, most) => {
    const now = value({}, response);
    expect(now).toBeGreaterThanOrEqual(least);
    expect(now).toBeLessThanOrEqual(most);
  });

  it.each(effects)("matter: $of moves $on by $by or more", ({ of, on, by }) => {
    const effect = value(scenarioOf(name).alternatives[of]!, on) - value({}, on);
    expect(effect / by).toBeGreaterThan(1);
  });

  it("are two at least", () => {
    expect(new Set(effects.map(({ of }) => of)).size).toBeGreaterThanOrEqual(2);
  });
});
