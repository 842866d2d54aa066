import type { Patterns } from "../experiment/index.ts";
import { PATTERNS_SHAPE } from "./result-shapes/patterns-shape.ts";
import { fits } from "./shape.ts";
import { lineJson, readJson } from "./summary-json.ts";

const FORMAT = "clinicsim/patterns/1";
/** Digits that no picture can show. */
const DIGITS = 7;

/** What pictures are drawn from, of one way of running a clinic. */
export interface NamedPatterns {
  /** Of the scenario or the alternative. */
  readonly name: string;
  readonly patterns: Patterns;
}

/** `patterns.json`: a line for each scenario; numbers that are none as in `summary.json`. */
export function patternsJson(all: readonly NamedPatterns[]): string {
  const rounded = all.map(({ name, patterns }) => lineJson({ name, ...patterns }, DIGITS));
  return `{"format":"${FORMAT}","scenarios":[\n${rounded.join(",\n")}\n]}\n`;
}

/** The patterns that `text` was made from; undefined if it was made from none. */
export function readPatternsJson(text: string): readonly NamedPatterns[] | undefined {
  const read = readJson(text, FORMAT);
  if (!fits(read, PATTERNS_SHAPE)) return undefined;
  const { scenarios } = read as { readonly scenarios: readonly (Patterns & { readonly name: string })[] };
  return scenarios.map(({ name, ...patterns }) => ({ name, patterns }));
}
