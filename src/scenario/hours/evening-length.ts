import { DURATION_PATTERN, readDuration } from "../quantities/duration.ts";
import type { Reading } from "../quantities/reading.ts";

const UNTIL_EMPTY = "until empty";

export const EVENING_LENGTH_PATTERN = `^${UNTIL_EMPTY}$|${DURATION_PATTERN}`;

/** "45 min", or "until empty": no end but that nothing waits. */
export function readEveningLength(text: string): Reading<number> {
  return text.trim() === UNTIL_EMPTY ? { value: Number.POSITIVE_INFINITY } : readDuration(text);
}
