import type { Issue } from "../../errors.ts";
import { compile, type Model } from "../../model/index.ts";
import { type Patch, patchScenario, type Scenario } from "../../scenario/index.ts";
import { battery } from "./battery.ts";
import { ordinaryMonday, type PlacedStress } from "./ground.ts";
import { WATCHED } from "./measure-stress.ts";
import type { LeftOutStress } from "./stress-plan.ts";

/** A stress with the scenario that it makes of another. */
export interface StressedScenario extends PlacedStress {
  readonly scenario: Scenario;
}

/** Scenarios to run, before anybody has resolved their clocks. */
export interface StressScenarios {
  /** As it is, as long as the battery needs. */
  readonly base: Scenario;
  readonly stresses: readonly StressedScenario[];
  readonly leftOut: readonly LeftOutStress[];
  /** Faults of stresses that cannot be made of it, at their path. */
  readonly issues: readonly Issue[];
}

/** Names of the battery's stresses, those that do not apply among them. */
export function stressNames(scenario: Scenario): readonly string[] {
  const model = compile(scenario.clinic, []);
  return battery({ scenario, model, monday: ordinaryMonday(model) }).map(({ name }) => name);
}

/**
 * The battery for a scenario: each stress as a scenario of its own, with the window of all from the scenario's own beginning to the end of the
 * longest watch. `only`: names to keep; all where empty.
 */
export function stressScenarios(scenario: Scenario, only: readonly string[] = []): StressScenarios {
  const model = compile(scenario.clinic, []);
  const found = battery({ scenario, model, monday: ordinaryMonday(model) }).filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  const placed = found.filter((stress): stress is PlacedStress => "patch" in stress);
  const common: Patch = {
    comparison: null,
    alternatives: null,
    stresses: null,
    "run.length": `${lengthFor(model, placed)} days`,
  };
  const issues: Issue[] = [];
  const patched = (patch: Patch, path: string) => {
    const { scenario: result, issues: faults } = patchScenario(scenario, { ...patch, ...common });
    if (result === undefined) {
      const errors = faults.filter(({ severity }) => severity === "error");
      issues.push(
        ...errors.map((issue) => ({ ...issue, path: [path, issue.path].filter(Boolean).join(": ") })),
      );
    }
    return result;
  };
  const base = patched({}, "");
  const stresses = placed.flatMap((stress) => {
    const result = patched(stress.patch, `stress “${stress.name}”`);
    return result === undefined ? [] : [{ ...stress, scenario: result }];
  });
  return {
    base: base ?? scenario,
    stresses,
    leftOut: found.filter((stress): stress is LeftOutStress => "why" in stress),
    issues,
  };
}

/** [days] Of the window, so that every stress is watched to its end. */
function lengthFor({ calendar, clinic }: Model, stresses: readonly PlacedStress[]): number {
  const last = stresses.reduce((latest, { to }) => Math.max(latest, calendar.dayOfDate(to) + 1 + WATCHED), 0);
  return Math.max(1, last - clinic.run.warmUpDays);
}
