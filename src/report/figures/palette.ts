import type { JsonObject } from "../../scenario/index.ts";

/** Colours by name, for light and for dark: told apart with any colour vision, and at least 3 : 1 against the paper. */
export interface Palette {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly link: string;
  /** What matters, what it is compared with, and others. */
  readonly blue: string;
  readonly orange: string;
  readonly teal: string;
  readonly violet: string;
  readonly grey: string;
  readonly band: string;
  readonly good: string;
  readonly bad: string;
  readonly caution: string;
  /** From little to much. */
  readonly heat: readonly string[];
}

export const LIGHT: Palette = {
  paper: "#ffffff",
  card: "#f5f7fa",
  ink: "#17212b",
  muted: "#51606f",
  line: "#d5dce4",
  link: "#0b57a4",
  blue: "#1763b0",
  orange: "#c2570c",
  teal: "#0d7a6b",
  violet: "#7a4fb5",
  grey: "#75818e",
  band: "#b9d3ee",
  good: "#0d6b4f",
  bad: "#a63a0a",
  caution: "#7a5200",
  heat: ["#e2ecf7", "#cadcf0", "#a9c8e6", "#78a8d6", "#3874b0", "#1a5594", "#0b3c71"],
};

export const DARK: Palette = {
  paper: "#12181f",
  card: "#1b242e",
  ink: "#e8edf2",
  muted: "#a9b6c3",
  line: "#364350",
  link: "#8cc0f7",
  blue: "#6cb0f2",
  orange: "#f2a05a",
  teal: "#4fc4b0",
  violet: "#b99af0",
  grey: "#93a1af",
  band: "#27496b",
  good: "#5fd0a6",
  bad: "#f5a071",
  caution: "#e9c46a",
  heat: ["#1d3043", "#1f3e5c", "#245078", "#2d6a9f", "#4a8cc4", "#7fb3e2", "#c3dff8"],
};

/** Steps of `heat`. */
const STEPS = LIGHT.heat.length;

export type ColourName = Exclude<keyof Palette, "heat">;

/** A colour as pictures name it: a CSS variable, so that a page turns dark without drawing anew. */
export function colour(name: ColourName): string {
  return `var(--${name})`;
}

/** From little to much. */
export const HEAT: readonly string[] = Array.from({ length: STEPS }, (_, step) => `var(--heat-${step})`);

/** Colour of text on each step of `HEAT`, in light and in dark at least 4.5 : 1. */
export const HEAT_INK: readonly string[] = HEAT.map((_, step) => colour(step < 4 ? "ink" : "paper"));

/** The variables and what they stand for. */
export function variablesOf({
  heat,
  ...named
}: Palette): readonly (readonly [name: string, value: string])[] {
  return [
    ...Object.entries(named).map(([name, value]) => [`--${name}`, value] as const),
    ...heat.map((value, step) => [`--heat-${step}`, value] as const),
  ];
}

/** A picture with its colours written out, for a file of its own. */
export function withColours(svg: string, palette: Palette): string {
  const values = new Map(variablesOf(palette));
  return svg.replace(/var\((--[a-z0-9-]+)\)/g, (whole, name: string) => values.get(name) ?? whole);
}

/** A picture's width before a page fits it into its column [px]. */
export const FIGURE_WIDTH = 640;

const FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif";

/** How every picture looks. */
export const FIGURE_CONFIG: JsonObject = {
  background: "transparent",
  // The picture as a whole has a name, and its numbers a table.
  aria: false,
  font: FONT,
  padding: { left: 4, right: 8, top: 6, bottom: 4 },
  autosize: { type: "fit-x", contains: "padding" },
  view: { stroke: null },
  text: { fontSize: 12, color: colour("ink") },
  axis: {
    domainColor: colour("line"),
    gridColor: colour("line"),
    tickColor: colour("line"),
    labelColor: colour("muted"),
    titleColor: colour("muted"),
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    labelPadding: 5,
    titlePadding: 8,
  },
  axisX: { grid: false },
  axisY: { domain: false, ticks: false },
  legend: {
    orient: "top",
    direction: "horizontal",
    labelColor: colour("ink"),
    titleColor: colour("muted"),
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    // No limit: whatever the machine takes a letter to be wide, nothing is cut.
    labelLimit: 0,
    titleLimit: 0,
    symbolStrokeWidth: 2.5,
  },
};
