import { dayNumber } from "../../model/index.ts";
import { quoted } from "../json-value.ts";
import { fault, type Reading } from "../quantities/reading.ts";

export const DATE_PATTERN = "^\\d{4}-\\d{2}-\\d{2}$";

/** An ISO date that exists, from 1970 to 2199, as days from 1970-01-01. */
export function readDate(text: string): Reading<number> {
  try {
    const value = dayNumber(text);
    if (value >= 0 && value < 84_006) return { value };
    return fault("out-of-range", `${quoted(text)} is not between 1970 and 2199`);
  } catch {
    return fault(
      "not-a-date",
      `${quoted(text)} is not a date`,
      'write year, month and day, as in "2026-01-05"',
    );
  }
}
