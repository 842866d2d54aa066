import type { PromiseWithin } from "../../model/index.ts";
import { quoted } from "../json-value.ts";
import { readDuration } from "./duration.ts";
import { readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

export const WITHIN_PATTERN = `^(end of business day \\d+|${UNSIGNED} open (hours?|h|min)|${UNSIGNED} ?(min|minutes?|h|hours?|days?|weeks?))$`;

/**
 * The clock of a promise: "end of business day 2" (the close of the second business day after the day of
 * sending), "18 open hours" (business time), "48 h" (wall time).
 */
export function readWithin(text: string): Reading<PromiseWithin> {
  const trimmed = text.trim();
  const day = /^end of business day (\d+)$/.exec(trimmed);
  if (day !== null) {
    const days = Number(day[1]);
    if (days > 60) return fault("out-of-range", `business day ${days} is beyond 60`);
    return { value: { clock: "business-day-end", days } };
  }
  const open = /^(\S+) open (hours?|h|min|minutes?)$/.exec(trimmed);
  if (open !== null) {
    const number = readNumber(open[1]!);
    if ("fault" in number) return number;
    const minutes = open[2]!.startsWith("h") ? number.value * 60 : number.value;
    return minutes > 0 && minutes <= 100_000
      ? { value: { clock: "open", minutes } }
      : fault("out-of-range", `${quoted(text)} is not between 0 and 1,666 open hours`);
  }
  const wall = readDuration(trimmed);
  if ("value" in wall) {
    return wall.value > 0 && wall.value <= 525_600
      ? { value: { clock: "wall", minutes: wall.value } }
      : fault("out-of-range", `${quoted(text)} is not between 0 and 365 days`);
  }
  const hint = 'write "end of business day 2", "18 open hours" or "48 h"';
  return fault("not-a-clock", `${quoted(text)} is not a time to reply within`, hint);
}
