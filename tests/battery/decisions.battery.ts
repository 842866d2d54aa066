import { describe, expect, it } from "vitest";
import { DECISIONS } from "../scenarios/decisions.ts";
import { meanOf, valuesOf } from "../scenarios/scenario-runs.ts";
import { scenarioOf } from "../scenarios/shipped-scenarios.ts";

const REPLICATIONS = 8;

/** Mean paired difference over its standard error: beyond ±5.4 it is one in a thousand that chance alone did it. */
function strength(before: readonly number[], after: readonly number[]): number {
  const differences = after.map((value, i) => value - before[i]!);
  const mean = meanOf(differences);
  const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return mean / Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS);
}

describe.each(Object.entries(DECISIONS))("the decisions that %s asks about", (name, { effects }) => {
  const values = (patch: object, response: string) =>
    valuesOf(name, patch as Record<string, never>, response, REPLICATIONS);

  it.each(effects)("are no foregone conclusions: $of moves $on clearly beyond chance", ({ of, on, by }) => {
    const { alternatives } = scenarioOf(name);
    const effect = strength(values({}, on), values(alternatives[of]!, on));
    expect(effect * Math.sign(by)).toBeGreaterThan(5.4);
  });
});
