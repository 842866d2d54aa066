import type { Dates } from "../../model/index.ts";
import { quoted } from "../json-value.ts";
import { fault, type Reading } from "../quantities/reading.ts";
import { readDate } from "./date.ts";

const DATE = "\\d{4}-\\d{2}-\\d{2}";
const SHAPE = /^(\S+)(?:\s+to\s+(\S+))?$/;

export const DATES_PATTERN = `^${DATE}( to ${DATE})?$`;

/** "2026-07-06 to 2026-07-17", both included, or "2026-03-02" alone. */
export function readDates(text: string): Reading<Dates> {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) {
    return fault(
      "not-a-date",
      `${quoted(text)} is neither a date nor dates from one to another`,
      'write "2026-07-06 to 2026-07-17", or "2026-03-02"',
    );
  }
  const [, from, to = from] = parts as unknown as [string, string, string | undefined];
  for (const date of [from, to]) {
    const day = readDate(date);
    if ("fault" in day) return day;
  }
  if (from > to) return fault("wrong-order", `${quoted(text)} ends before it begins`, "exchange the dates");
  return { value: { from, to } };
}
