import type { ChosenPlan } from "../experiment/index.ts";
import { type JsonObject, patchDocument, type Scenario } from "../scenario/index.ts";

/** The plan as a scenario that can be run: the scenario with the plan's changes, without what was to be decided or compared. */
export function planScenarioText(scenario: Scenario, { patch, name }: ChosenPlan): string {
  const { $schema: _, alternatives: __, staffing: ___, ...rest } = scenario.document;
  const { document } = patchDocument(rest as unknown as JsonObject, patch);
  const named = {
    ...document,
    name: `${scenario.clinic.name}, as planned`.slice(0, 80),
    description: `The plan: ${name}`.slice(0, 2000),
  };
  return `${JSON.stringify(named, null, 2)}\n`;
}
