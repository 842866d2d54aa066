import type { Analysis, AnalysisRow } from "../experiment/index.ts";
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

/** The summary that `text` was made from; undefined if it was made from none. */
export function readSummaryJson(text: string): Summary | undefined {
  try {
    const { format, confidence, replications, responses, ...summary } = JSON.parse(text, read) as Written;
    if (format !== FORMAT) return undefined;
    const rows = responses.map(({ mean: estimate, ...row }) => ({ ...row, estimate }));
    return { ...summary, analysis: { confidence, replications, rows } };
  } catch {
    return undefined;
  }
}

interface Written extends Omit<Summary, "analysis">, Omit<Analysis, "rows"> {
  readonly format: string;
  readonly responses: readonly (Omit<AnalysisRow, "estimate"> & { readonly mean: number })[];
}

function written(_: string, value: unknown): unknown {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : value > 0 ? "Infinity" : "-Infinity";
}

function read(_: string, value: unknown): unknown {
  if (value === null) return Number.NaN;
  return value === "Infinity" ? Infinity : value === "-Infinity" ? -Infinity : value;
}
