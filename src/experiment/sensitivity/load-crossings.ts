import { type JsonValue, patchScenario, type Scenario } from "../../scenario/index.ts";
import type { UncertainInputs } from "../inputs/uncertain-inputs.ts";
import { choicesOf, middleOf } from "./sensitivity-design.ts";

/** A team whose work exceeds its hours for one part of an input's range, and not for another. */
export interface LoadCrossing {
  /** Index of the input. */
  readonly input: number;
  /** What the input is there, all else as written, and the load that the team then has. */
  readonly value: JsonValue;
  readonly team: string;
  readonly load: number;
}

/**
 * The teams whose load is 1 or more at an end of an input's range, or at one of its choices, though not as written, at the most such load; or
 * less than 1 there though not as written, at the least. By calculation alone.
 */
export function loadCrossings(
  scenario: Scenario,
  inputs: UncertainInputs,
  input: number,
): readonly LoadCrossing[] {
  const choices = choicesOf(inputs.inputs[input]!);
  const settings =
    choices === undefined ? [0, 1] : Array.from({ length: choices }, (_, i) => middleOf(i, choices));
  const written = new Map(loadsOf(scenario));
  const found = new Map<string, LoadCrossing>();
  for (const u of settings) {
    const at = inputs.inputs.map((_, i) => (i === input ? u : undefined));
    const moved = patchScenario(scenario, inputs.patchAt(at)).scenario;
    for (const [team, load] of moved === undefined ? [] : loadsOf(moved)) {
      const before = written.get(team) ?? 0;
      if (before >= 1 === load >= 1) continue;
      const known = found.get(team);
      const isFarther = known === undefined || Math.abs(load - before) > Math.abs(known.load - before);
      if (isFarther) found.set(team, { input, value: inputs.valueAt(input, u), team, load });
    }
  }
  return [...found.values()];
}

function loadsOf({ clinic, loads }: Scenario): readonly (readonly [team: string, load: number])[] {
  return loads.teams.map(({ team, load }) => [clinic.teams[team]!.name, load]);
}
