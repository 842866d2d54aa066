import type { ComparisonSummary } from "./comparison-summary.ts";
import { COMPARISON_SHAPE } from "./result-shapes/comparison-shape.ts";
import { fits } from "./shape.ts";
import { jsonText, readJson } from "./summary-json.ts";

const FORMAT = "clinicsim/comparison/1";

/** `comparison.json`: numbers that are none as in `summary.json`. */
export function comparisonJson({ comparison, ...summary }: ComparisonSummary): string {
  return jsonText({ format: FORMAT, ...summary, ...comparison });
}

/** The summary that `text` was made from; undefined if it was made from none. */
export function readComparisonJson(text: string): ComparisonSummary | undefined {
  const read = readJson(text, FORMAT);
  if (!fits(read, COMPARISON_SHAPE)) return undefined;
  const { scenario, start, warmUpDays, lengthDays, runOutDays, seed, cautions, ...comparison } = read as Omit<
    ComparisonSummary,
    "comparison"
  > &
    ComparisonSummary["comparison"];
  return { scenario, start, warmUpDays, lengthDays, runOutDays, seed, cautions, comparison };
}
