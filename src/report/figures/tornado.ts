import {
  type InputEffect,
  movingEffects,
  type ResponseSensitivity,
  type SettingEffect,
} from "../../experiment/index.ts";
import { settingText } from "../input-text.ts";
import { decimalsFor } from "../number.ts";
import type { SensitivitySummary } from "../sensitivity-summary.ts";
import { unitText } from "../value-text.ts";
import type { Figure } from "./figure.ts";
import { BY_INPUT, ROW, specOf, tooltip } from "./marks.ts";
import { colour } from "./palette.ts";

/** Inputs that are drawn; the table has all that move the response. */
export const MOST_DRAWN = 12;

const ENDS = {
  low: { words: "low end of its range", hue: "orange" },
  high: { words: "high end of its range", hue: "blue" },
  choice: { words: "another choice", hue: "violet" },
} as const;

/** A level of the response that matters, such as a promise's target. */
export interface Mark {
  readonly level: number;
  readonly words: string;
}

/** What one response becomes with each input alone at the ends of its range, the one that moves it most first; undefined where none does. */
export function tornadoFigure(
  summary: SensitivitySummary,
  response: ResponseSensitivity,
  names: readonly string[],
  mark: Mark | undefined,
): Figure | undefined {
  const moving = movingEffects(response);
  if (moving.length === 0) return undefined;
  const { inputs, replications } = summary;
  const { label, unit, mean, response: name } = response;
  const share = unit === "share";
  const scale = share ? 100 : 1;
  const shownUnit = unitText(unit);
  const decimals = decimalsOf(moving, scale);
  const shown = moving.slice(0, MOST_DRAWN);
  const settingsOf = ({ input, settings = [] }: InputEffect) =>
    settings.map((each) => ({ ...each, name: names[input]!, at: settingText(inputs[input]!, each.value) }));
  const rows = shown.flatMap(settingsOf).map(({ name: input, at, ...setting }) => ({
    input,
    at,
    end: ENDS[setting.setting].words,
    written: mean * scale,
    value: setting.mean * scale,
    ...changeOf(setting, scale),
  }));
  const used = Object.values(ENDS).filter(({ words }) => rows.some(({ end }) => end === words));
  const format = `,.${decimals}f`;
  return {
    name: `tornado-${name.replaceAll("_", "-")}`,
    title: `What moves it: ${label}`,
    caption: `Each bar goes from what it is as written to what it becomes if one input alone goes to an end of its range. The longest bars move it most${mark === undefined ? "" : `; the dashed line is ${mark.words}`}.${moving.length > shown.length ? ` Of ${moving.length} inputs that move it the first ${shown.length} are drawn; the table has all.` : ""}`,
    inputs: [
      ["response", name],
      ["as written", `${(mean * scale).toFixed(decimals)} ${shownUnit}`],
      ["worlds at each end", String(replications)],
    ],
    table: {
      columns: [
        { title: "input" },
        { title: "at" },
        { title: `${label} [${shownUnit}]`, decimals },
        { title: "change", decimals },
        { title: "from", decimals },
        { title: "to", decimals },
        { title: "range from" },
      ],
      rows: moving.flatMap((effect) =>
        settingsOf(effect).map((setting) => {
          const { change, low, high } = changeOf(setting, scale);
          const { grade } = inputs[effect.input]!;
          return [setting.name, setting.at, setting.mean * scale, change, low, high, grade];
        }),
      ),
    },
    spec: specOf(rows, ROW * shown.length + 6, {
      encoding: {
        y: BY_INPUT,
        color: {
          field: "end",
          type: "nominal",
          title: null,
          scale: { domain: used.map(({ words }) => words), range: used.map(({ hue }) => colour(hue)) },
        },
        tooltip: tooltip(
          ["input", "input"],
          ["at", "at"],
          ["value", `${label} [${shownUnit}]`, format],
          ["change", "change", `+${format}`],
          ["low", "from", `+${format}`],
          ["high", "to", `+${format}`],
        ),
      },
      layer: [
        {
          mark: { type: "bar" },
          encoding: {
            x: {
              field: "written",
              type: "quantitative",
              title: `${label} [${shownUnit}]`,
              axis: { grid: true, tickCount: 6, titleLimit: 600 },
              scale: { zero: false, padding: 8 },
            },
            x2: { field: "value" },
          },
        },
        {
          data: { values: [{ written: mean * scale }] },
          mark: { type: "rule", color: colour("ink"), strokeWidth: 1 },
          encoding: { x: { field: "written", type: "quantitative" }, y: null, color: null, tooltip: null },
        },
        ...(mark === undefined
          ? []
          : [
              {
                data: { values: [{ level: mark.level * scale }] },
                mark: { type: "rule", strokeDash: [5, 4], strokeWidth: 1.5, color: colour("ink") },
                encoding: {
                  x: { field: "level", type: "quantitative" },
                  y: null,
                  color: null,
                  tooltip: null,
                },
              },
            ]),
      ],
    }),
  };
}

function changeOf({ difference: { estimate, low, high } }: SettingEffect, scale: number) {
  return { change: estimate * scale, low: low * scale, high: high * scale };
}

/** As many as the effect that is known best deserves, 0 … 2. */
function decimalsOf(effects: readonly InputEffect[], scale: number): number {
  const halves = effects
    .map(({ swing }) => (scale * (swing!.high - swing!.low)) / 2)
    .filter((half) => Number.isFinite(half) && half > 0);
  return halves.length === 0 ? 1 : Math.min(2, decimalsFor(Math.min(...halves)));
}
