import { readFileSync } from "node:fs";
import { FIGURES, type Figure } from "./comparison-figures.ts";
import { type Observed, observe } from "./observed-clinic.ts";
import { CLINICS, folder, modelOf } from "./shipped-scenarios.ts";

const BEGIN = "<!-- comparison: written by `npm run comparison:update` -->";
const END = "<!-- end of comparison -->";
const REPLICATIONS = 3;
/** This much less or more than the figure is near, whatever its published range. */
const NEAR = 0.25;

/** A row of the table. */
export interface Compared {
  readonly specialty: string;
  readonly figure: Figure;
  readonly simulated: number;
  readonly isHit: boolean;
}

export function compared(): readonly Compared[] {
  return Object.entries(FIGURES).flatMap(([specialty, figures]) => {
    const observed = observe(modelOf(CLINICS[specialty as keyof typeof CLINICS]), REPLICATIONS);
    return figures.map((figure) => comparedWith(specialty, figure, observed));
  });
}

function comparedWith(specialty: string, figure: Figure, observed: Observed): Compared {
  const { published, low = published, high = published } = figure;
  const simulated = figure.simulated(observed);
  const least = Math.min(low, published * (1 - NEAR));
  const most = Math.max(high, published * (1 + NEAR));
  return { specialty, figure, simulated, isHit: simulated >= least && simulated <= most };
}

/** `scenarios/README.md`, and what it should hold. */
export function comparisonPage(rows: readonly Compared[]) {
  const url = new URL("README.md", folder);
  const written = readFileSync(url, "utf8");
  const before = written.slice(0, written.indexOf(BEGIN) + BEGIN.length);
  const after = written.slice(written.indexOf(END));
  return { url, written, text: `${before}\n\n${table(rows)}\n\n${after}` };
}

function table(rows: readonly Compared[]): string {
  const lines = rows.map(({ specialty, figure, simulated, isHit }, i) => {
    const { what, published, low, high, unit, sources, note } = figure;
    const name = rows[i - 1]?.specialty === specialty ? "" : `**${specialty}**`;
    const range = low === undefined ? "" : ` (${low} to ${high})`;
    const from = `${sources.join(", ")}${note === undefined ? "" : `: ${note}`}`;
    const verdict = isHit ? "near" : `**miss**: ${times(simulated / published)}`;
    return `| ${name} | ${what} | ${brief(simulated)}${withUnit(unit)} | ${published}${withUnit(unit)}${range} | ${verdict} | ${from} |`;
  });
  const misses = rows.filter(({ isHit }) => !isHit).length;
  return [
    "| | | simulated | published | | source |",
    "|---|---|---:|---:|---|---|",
    ...lines,
    "",
    `${rows.length - misses} of ${rows.length} are near, ${misses} are missed.`,
  ].join("\n");
}

function withUnit(unit: Figure["unit"]): string {
  return unit === "" ? "" : ` ${unit}`;
}

function brief(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 1 ? 2 : 1)} times`;
}
