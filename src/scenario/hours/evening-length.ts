import { quoted } from "../json-value.ts";
import { DURATION_PATTERN, readDuration } from "../quantities/duration.ts";
import { fault, type Reading } from "../quantities/reading.ts";

const UNTIL_EMPTY = "until empty";

export const EVENING_LENGTH_PATTERN = `^${UNTIL_EMPTY}$|${DURATION_PATTERN}`;

/** "45 min", or "until empty": no end but that nothing waits. */
export function readEveningLength(text: string): Reading<number> {
  if (text.trim() === UNTIL_EMPTY) return { value: Number.POSITIVE_INFINITY };
  const length = readDuration(text);
  if (!("fault" in length) || length.fault.code !== "not-a-duration") return length;
  return fault("not-a-duration", length.fault.message, `write "45 min", or ${quoted(UNTIL_EMPTY)}`);
}
