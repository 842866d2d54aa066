import { type ComparisonPlan, commonResponses, usualPrimary } from "../../experiment/index.ts";
import { responseDefinitions } from "../../model/index.ts";
import type { Subject } from "./subject.ts";

/** Responses that decide: the scenario's own choice, or the usual ones. */
export function primaryOf({ scenario, model }: Subject): readonly string[] {
  return scenario.comparison.primary ?? usualPrimary(responseDefinitions(model));
}

/**
 * The comparison of a scenario with the pinned one in the first `worlds` worlds of the pinned one's seed: what `clinicsim compare` of their
 * two files would run. Undefined where they have no response in common that decides.
 */
export function pairingOf(base: Subject, own: Subject, worlds: number): ComparisonPlan | undefined {
  const { common } = commonResponses([base, own].map(({ model }) => responseDefinitions(model)));
  const names = new Set(common.map(({ definition }) => definition.name));
  const primary = primaryOf(base).filter((name) => names.has(name));
  if (primary.length === 0) return undefined;
  const { smallestDifferences } = base.scenario.comparison;
  return {
    engine: base.plan.engine,
    seed: base.plan.seed,
    replications: Array.from({ length: worlds }, (_, i) => i + 1),
    alternatives: [base, own].map(({ plan, offsets }, i) => ({
      name: i === 0 ? "pinned" : "now",
      scenario: plan.scenario,
      offsets,
    })),
    primary,
    smallestDifferences: Object.fromEntries(
      Object.entries(smallestDifferences).filter(([name]) => names.has(name)),
    ),
  };
}
