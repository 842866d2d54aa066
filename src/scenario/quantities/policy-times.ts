import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../../units.ts";
import { readClock } from "../hours/clock-time.ts";
import { fault, type Reading } from "./reading.ts";

/** A length of time as a planner writes it, in the largest unit of which it is a whole number: "9 h". */
export function writtenDuration(minutes: number): string {
  for (const [unit, size] of [
    ["day", MINUTES_PER_DAY],
    ["h", MINUTES_PER_HOUR],
  ] as const) {
    const amount = minutes / size;
    if (amount >= 1 && Number.isInteger(amount))
      return `${amount} ${unit}${unit === "day" && amount > 1 ? "s" : ""}`;
  }
  return `${minutes} min`;
}

/** A minute of the day as a clock shows it: "09:00". */
export function writtenClock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / MINUTES_PER_HOUR))}:${two(minute % MINUTES_PER_HOUR)}`;
}

/** A time at which something is delivered: before the end of the day. */
export function readDelivery(text: string): Reading<number> {
  const minute = readClock(text);
  if ("fault" in minute || minute.value < MINUTES_PER_DAY) return minute;
  return fault("out-of-range", '"24:00" is the end of the day', 'write "00:00", the beginning of the next');
}
