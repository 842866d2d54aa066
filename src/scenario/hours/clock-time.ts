import { quoted } from "../json-value.ts";
import { fault, type Reading } from "../quantities/reading.ts";

export const CLOCK_PATTERN = "([01]\\d|2[0-3]):[0-5]\\d|24:00";
const WHOLE = new RegExp(`^(${CLOCK_PATTERN})$`);

/** "08:30" as minutes of the day; "24:00" is its end. */
export function readClock(text: string): Reading<number> {
  if (!WHOLE.test(text)) {
    return fault(
      "not-a-time",
      `${quoted(text)} is not a time of day`,
      'write hours and minutes, as in "08:30"',
    );
  }
  return { value: Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) };
}

/** "12:00-12:30"; the end may be before the beginning only where `overMidnight`. */
export function readSpan(
  text: string,
  overMidnight = false,
): Reading<{ readonly from: number; readonly to: number }> {
  const ends = text.split("-");
  if (ends.length !== 2) {
    return fault("not-a-time", `${quoted(text)} is not a stretch of a day`, 'write "08:30-16:30"');
  }
  const from = readClock(ends[0]!.trim());
  if ("fault" in from) return from;
  const to = readClock(ends[1]!.trim());
  if ("fault" in to) return to;
  if (from.value >= to.value && !overMidnight) {
    const hint =
      "hours that run over midnight are written as two: until 24:00, and from 00:00 of the next day";
    return fault("not-a-time", `${quoted(text)} ends before it begins`, hint);
  }
  return { value: { from: from.value, to: to.value } };
}
