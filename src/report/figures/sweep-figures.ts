import { brief } from "../number.ts";
import { unitText } from "../value-text.ts";
import type { Figure } from "./figure.ts";
import { specOf, tooltip } from "./marks.ts";
import { colour, HEAT, HEAT_INK } from "./palette.ts";

/** A setting that a sweep varies, or a response it measured. */
export interface Measure {
  readonly label: string;
  readonly unit: string;
}

/** A point of a sweep as a picture has it. */
export interface Spot {
  readonly levels: readonly (string | number)[];
  /** Mean of the point's replications; NaN: none. */
  readonly value: number;
}

/** Levels of a factor beyond which a surface is no table. */
const MOST_LEVELS = 40;

/** One response over one factor: a dot for each point. */
export function effectFigure(
  spots: readonly Spot[],
  factor: number,
  name: string,
  {
    factors,
    response,
    target,
  }: { readonly factors: readonly Measure[]; readonly response: Measure; readonly target?: number },
): Figure | undefined {
  const told = spots.filter(({ value }) => Number.isFinite(value));
  if (told.length < 2) return undefined;
  const { label, unit } = factors[factor]!;
  const numeric = told.every(({ levels }) => typeof levels[factor] === "number");
  const rows = told.map(({ levels, value }) => ({
    level: levels[factor]!,
    value,
    point: pointText(levels, factors),
  }));
  const share = response.unit === "share";
  const joined = numeric && factors.length === 1;
  const text = unit === "" ? label : `${label} [${unit}]`;
  return {
    name,
    title: `${response.label}, by ${label}`,
    caption:
      factors.length === 1
        ? "Each dot is one setting, in the mean of its simulated worlds. Look for where the line flattens: beyond it more buys little."
        : "Each dot is one setting of all that was varied; the height of the cloud at a level says what this one does, its spread what the others do.",
    inputs: [
      ["varied", factors.map((each) => each.label).join(", ")],
      ["measured", response.label],
    ],
    table: {
      columns: [
        ...factors.map((each) => ({
          title: each.unit === "" ? each.label : `${each.label} [${each.unit}]`,
          decimals: 3,
        })),
        share
          ? { title: response.label, percent: true as const, decimals: 1 }
          : { title: `${response.label} [${unitText(response.unit)}]`, decimals: 2 },
      ],
      rows: told.map(({ levels, value }) => [...levels, value]),
    },
    spec: specOf(rows, 240, {
      layer: [
        ...(target === undefined
          ? []
          : [
              {
                data: { values: [{ target }] },
                mark: { type: "rule", strokeDash: [5, 4], color: colour("muted") },
                encoding: { y: { field: "target", type: "quantitative" } },
              },
            ]),
        {
          mark: joined
            ? {
                type: "line",
                color: colour("blue"),
                strokeWidth: 2,
                point: { filled: true, size: 60, color: colour("blue") },
              }
            : { type: "point", filled: true, color: colour("blue"), size: 55, opacity: 0.75 },
          encoding: {
            x: {
              field: "level",
              type: numeric ? "quantitative" : "nominal",
              sort: null,
              title: text,
              scale: numeric ? { zero: false, padding: 12 } : {},
              axis: {
                labelAngle: 0,
                ...(numeric ? ticksAt(rows.map(({ level }) => level as number)) : { labelLimit: 140 }),
              },
            },
            y: {
              field: "value",
              type: "quantitative",
              title: share ? null : unitText(response.unit),
              scale: { zero: false, nice: true },
              axis: { tickCount: 5, ...(share ? { format: ".0%" } : {}) },
            },
            tooltip: tooltip(["point", "at"], ["value", response.label, share ? ".1%" : ",.2f"]),
          },
        },
      ],
    }),
  };
}

/** Ticks where there are dots, if these are few. */
function ticksAt(
  levels: readonly number[],
): { readonly tickCount: number } | { readonly values: readonly number[] } {
  const distinct = [...new Set(levels)].sort((a, b) => a - b);
  return distinct.length <= 8 ? { values: distinct } : { tickCount: 7 };
}

/** One response over two factors with few levels each, as a table in colours; undefined where they have too many. */
export function surfaceFigure(
  spots: readonly Spot[],
  factors: readonly Measure[],
  response: Measure,
): Figure | undefined {
  if (factors.length !== 2) return undefined;
  const told = spots.filter(({ value }) => Number.isFinite(value));
  const [across, up] = [0, 1].map((place) => levelsOf(told, place));
  if (told.length < 4 || across!.length > MOST_LEVELS || up!.length > MOST_LEVELS) return undefined;
  if (told.length < 0.5 * across!.length * up!.length) return undefined;
  const share = response.unit === "share";
  const format = share ? ".0%" : ",.3~r";
  const rows = told.map(({ levels, value }) => ({ x: String(levels[0]), y: String(levels[1]), value }));
  const axisOf = ({ label, unit }: Measure) => (unit === "" ? label : `${label} [${unit}]`);
  const cells = across!.length * up!.length <= 100;
  const most = told.reduce((high, { value }) => Math.max(high, value), -Infinity);
  const least = told.reduce((low, { value }) => Math.min(low, value), Infinity);
  // The same for fields and for the text on them; all of one value have the first colour.
  const steps = { type: "quantize", domain: [least, most > least ? most : least + 1], zero: false };
  const position = {
    x: {
      field: "x",
      type: "ordinal",
      sort: across!.map(String),
      title: axisOf(factors[0]!),
      axis: { labelAngle: 0, ticks: false, domain: false },
    },
    y: { field: "y", type: "ordinal", sort: up!.map(String).reverse(), title: factors[1]!.label },
  };
  return {
    name: "surface",
    title: `${response.label}: all settings at once`,
    caption:
      "Each field is one setting; the stronger the colour, the higher. Follow a row or a column to see what changing one thing alone does, and whether the other changes that.",
    inputs: [
      ["varied", factors.map(axisOf).join("; ")],
      ["measured", response.label],
    ],
    table: {
      columns: [
        { title: axisOf(factors[1]!) },
        ...across!.map((level) => ({
          title: String(level),
          ...(share ? { percent: true as const, decimals: 1 } : { decimals: 2 }),
        })),
      ],
      rows: up!.map((row) => [
        String(row),
        ...across!.map(
          (column) =>
            told.find(({ levels }) => levels[0] === column && levels[1] === row)?.value ?? Number.NaN,
        ),
      ]),
    },
    spec: specOf(rows, Math.max(160, 40 * up!.length + 70), {
      resolve: { scale: { color: "independent" } },
      layer: [
        {
          mark: { type: "rect", stroke: colour("paper"), strokeWidth: 1 },
          encoding: {
            ...position,
            color: {
              field: "value",
              type: "quantitative",
              title: null,
              scale: { ...steps, range: [...HEAT] },
              legend:
                most === least
                  ? null
                  : { format, gradientLength: 320, labelOverlap: "greedy", labelSeparation: 8 },
            },
            tooltip: tooltip(
              ["x", factors[0]!.label],
              ["y", factors[1]!.label],
              ["value", response.label, share ? ".1%" : ",.2f"],
            ),
          },
        },
        ...(cells
          ? [
              {
                mark: { type: "text", fontSize: 12 },
                encoding: {
                  ...position,
                  text: { field: "value", type: "quantitative", format: share ? ".1%" : ",.3~r" },
                  color: {
                    field: "value",
                    type: "quantitative",
                    scale: { ...steps, range: [...HEAT_INK] },
                    legend: null,
                  },
                },
              },
            ]
          : []),
      ],
    }),
  };
}

function levelsOf(spots: readonly Spot[], place: number): readonly (string | number)[] {
  const all = [...new Set(spots.map(({ levels }) => levels[place]!))];
  return all.every((level) => typeof level === "number")
    ? all.sort((a, b) => (a as number) - (b as number))
    : all;
}

export function pointText(levels: readonly (string | number)[], factors: readonly Measure[]): string {
  return levels
    .map((level, i) => {
      const { label, unit } = factors[i]!;
      const shown = typeof level === "number" ? brief(level) : level;
      return `${label} ${shown}${unit === "" ? "" : ` ${unit}`}`;
    })
    .join(", ");
}
