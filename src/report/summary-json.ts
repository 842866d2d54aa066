import type { Summary } from "./summary.ts";

const FORMAT = "clinicsim/summary/1";

/** `summary.json`: what is not a number is null, what is without end is "Infinity", which JSON has no number for. */
export function summaryJson(summary: Summary): string {
  return jsonText({ format: FORMAT, ...summary });
}

/** Plain data as JSON text, by the same rules. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, written, 2)}\n`;
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readSummaryJson(text: string): Summary | undefined {
  try {
    const { format, ...summary } = JSON.parse(text, read) as Summary & { readonly format: string };
    return format === FORMAT ? summary : undefined;
  } catch {
    return undefined;
  }
}

function written(_: string, value: unknown): unknown {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : value > 0 ? "Infinity" : "-Infinity";
}

function read(_: string, value: unknown): unknown {
  if (value === null) return Number.NaN;
  return value === "Infinity" ? Infinity : value === "-Infinity" ? -Infinity : value;
}
