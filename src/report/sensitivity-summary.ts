import { movingEffects, type Sensitivity, type SettingEffect, sizeOf } from "../experiment/index.ts";
import type { JsonValue } from "../scenario/index.ts";
import { SENSITIVITY_SHAPE } from "./result-shapes/sweep-shapes.ts";
import { fits } from "./shape.ts";
import { jsonText, readJson } from "./summary-json.ts";

/** What is reported of a sensitivity analysis: what `summary.json` holds and the terminal shows. Plain data. */
export interface SensitivitySummary extends Sensitivity {
  readonly scenario: string;
  readonly seed: number;
}

const FORMAT = "clinicsim/sensitivity-summary/1";

export function summariseSensitivity(
  { scenario, seed }: Pick<SensitivitySummary, "scenario" | "seed">,
  sensitivity: Sensitivity,
): SensitivitySummary {
  return {
    scenario,
    seed,
    ...sensitivity,
    inputs: sensitivity.inputs.map((input) => {
      const { range } = input;
      return range.kind === "number"
        ? input
        : { ...input, range: { ...range, values: range.values.map(plain) } };
    }),
    responses: sensitivity.responses.map((response) => ({
      ...response,
      effects: response.effects.map((effect) =>
        effect.settings === undefined ? effect : { ...effect, settings: effect.settings.map(plainSetting) },
      ),
    })),
    crossings: sensitivity.crossings.map((crossing) => ({ ...crossing, value: plain(crossing.value) })),
  };
}

export function sensitivitySummaryJson(summary: SensitivitySummary): string {
  return jsonText({ format: FORMAT, ...summary });
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readSensitivitySummaryJson(text: string): SensitivitySummary | undefined {
  const read = readJson(text, FORMAT);
  return fits(read, SENSITIVITY_SHAPE) ? (read as SensitivitySummary) : undefined;
}

/** By how much each input moves each response, as a part of what the one that moves it most does; 0 where nothing does, or nobody can tell. */
export function relativeSizes({ inputs, responses }: Sensitivity): readonly (readonly number[])[] {
  return inputs.map((_, input) =>
    responses.map((response) => {
      const moving = movingEffects(response);
      const own = moving.find((effect) => effect.input === input);
      return own === undefined ? 0 : sizeOf(own) / sizeOf(moving[0]!);
    }),
  );
}

function plainSetting(setting: SettingEffect): SettingEffect {
  return { ...setting, value: plain(setting.value) };
}

/** A number or a text. */
function plain(value: JsonValue): number | string {
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}
