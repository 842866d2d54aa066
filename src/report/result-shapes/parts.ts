import type { Shape } from "../shape.ts";

/** What the JSON files of a result have in common, as far as a page relies on it; numbers may be none, see `readJson`. */

export const INTERVAL: Shape = {
  estimate: "number",
  low: "number",
  high: "number",
  "beyond?": { estimate: "number" },
};
export const CAUTIONS: Shape = [{ code: "text", message: "text" }];
export const RUN = {
  scenario: "text",
  start: "text",
  warmUpDays: "number",
  lengthDays: "number",
  runOutDays: "number",
  seed: "number",
} as const;
export const WINDOW = { ...RUN, cautions: CAUTIONS } as const;
export const RESPONSE = { response: "text", label: "text", unit: "text", group: "text" } as const;
export const ENDS = { low: "number", high: "number" } as const;
export const BOUNDED = { estimate: "number", ...ENDS } as const;
