import type { DatedHours, WeeklyHours } from "../../model/index.ts";
import { readDate } from "../dates/date.ts";
import { quoted } from "../json-value.ts";
import { fault, type Reading } from "../quantities/reading.ts";
import { HOURS_PATTERN, readHours, readSpans, SPANS } from "./weekly-hours.ts";

const DATE = "\\d{4}-\\d{2}-\\d{2}";
const SHAPE = new RegExp(`^(${DATE})(?:\\s+to\\s+(${DATE}))?\\s+(\\d\\d:.*)$`);

export const DUTY_PATTERN = `${HOURS_PATTERN}|^${DATE}( to ${DATE})? ${SPANS}$`;

/** A block that belongs to something else: of every week, or of dates. */
export type Duty = { readonly weekly: WeeklyHours } | { readonly dated: DatedHours };

/**
 * "Tue,Thu 13:00-15:00" every week, "2026-03-02 13:00-15:00" on a date, "2026-03-02 to 2026-03-13
 * 13:00-15:00" on each of several.
 */
export function readDuty(text: string): Reading<Duty> {
  if (!/^\s*\d/.test(text)) {
    const weekly = readHours(text);
    return "fault" in weekly ? weekly : { value: { weekly: weekly.value } };
  }
  const parts = SHAPE.exec(text.trim());
  if (parts === null) {
    const hint = 'write "Tue,Thu 13:00-15:00", or "2026-03-02 to 2026-03-13 13:00-15:00"';
    return fault("not-hours", `${quoted(text)} is not a block of hours`, hint);
  }
  const [, from, until, spans] = parts as unknown as [string, string, string | undefined, string];
  const to = until ?? from;
  for (const date of [from, to]) {
    const day = readDate(date);
    if ("fault" in day) return day;
  }
  if (from > to) return fault("wrong-order", `${quoted(text)} ends before it begins`, "exchange the dates");
  const hours = readSpans(spans);
  return "fault" in hours ? hours : { value: { dated: { from, to, hours: hours.value } } };
}
