import type { Analysis, AnalysisRow } from "../experiment/index.ts";
import { SUMMARY_SHAPE } from "./result-shapes/summary-shape.ts";
import { fits } from "./shape.ts";
import type { Summary } from "./summary.ts";

const FORMAT = "clinicsim/summary/1";

/**
 * `summary.json`: the summary with its responses as in `summary.csv`. What is not a number is null, what is without end is "Infinity",
 * which JSON has no number for.
 */
export function summaryJson({ analysis, ...summary }: Summary): string {
  const { rows, ...rest } = analysis;
  const responses = rows.map(({ estimate: mean, ...row }) => ({ ...row, mean }));
  return jsonText({ format: FORMAT, ...summary, ...rest, responses });
}

/** Plain data as JSON text, by the same rules. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, written, 2)}\n`;
}

/** Plain data as JSON text on one line, by the same rules, numbers to so many significant digits. */
export function lineJson(value: object, digits: number): string {
  return JSON.stringify(value, (key, each: unknown) =>
    typeof each === "number" && Number.isFinite(each) ? Number(each.toPrecision(digits)) : written(key, each),
  );
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readSummaryJson(text: string): Summary | undefined {
  const written = readJson(text, FORMAT);
  if (!fits(written, SUMMARY_SHAPE)) return undefined;
  const { confidence, replications, responses, ...summary } = written as Written;
  const rows = responses.map(({ mean: estimate, ...row }) => ({ ...row, estimate }));
  return { ...summary, analysis: { confidence, replications, rows } };
}

/**
 * What `jsonText` has written with `format` as its format, without that; undefined of any other text. What stands under the keys
 * `asWritten` is left as JSON has it.
 */
export function readJson(
  text: string,
  format: string,
  asWritten: ReadonlySet<string> = new Set(),
): object | undefined {
  try {
    const { format: found, ...rest } = JSON.parse(text) as { readonly format: string };
    return found === format ? (revived(rest, asWritten) as object) : undefined;
  } catch {
    return undefined;
  }
}

function revived(value: unknown, asWritten: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => revived(each, asWritten));
  if (typeof value !== "object" || value === null) return read(value);
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    asWritten.has(key) ? inner : revived(inner, asWritten),
  ]);
  return Object.fromEntries(entries);
}

interface Written extends Omit<Summary, "analysis">, Omit<Analysis, "rows"> {
  readonly responses: readonly (Omit<AnalysisRow, "estimate"> & { readonly mean: number })[];
}

function written(_: string, value: unknown): unknown {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : value > 0 ? "Infinity" : "-Infinity";
}

function read(value: unknown): unknown {
  if (value === null) return Number.NaN;
  return value === "Infinity" ? Infinity : value === "-Infinity" ? -Infinity : value;
}
