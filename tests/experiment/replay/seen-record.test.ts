import { describe, expect, test } from "vitest";
import type { Extract } from "../../../src/experiment/index.ts";
import { fittedLog, seenRecord } from "../../../src/experiment/index.ts";
import { dayNumber, isoDate } from "../../../src/model/index.ts";

const START = "2026-01-05";
const HOURS = Float64Array.from({ length: 100 * 24 }, (_, i) => (i * 7919) % 5);

/** A log of two specialties, from one of its days to the last before another, as the reader would count it. */
function logOf(first: number, end: number, change: (hours: Float64Array) => void = () => {}) {
  const hours = HOURS.slice(first * 24, end * 24);
  change(hours);
  const byHour = [hours, hours.map((count) => 2 * count)];
  const start = isoDate(dayNumber(START) + first);
  return { start, counts: { days: end - first, byHour } } as unknown as Pick<Extract, "start" | "counts">;
}

const WHOLE = logOf(0, 100);
const dateOf = (day: number) => isoDate(dayNumber(START) + day);

describe("a log that a scenario was fitted to", () => {
  test("is known again in itself, and in a longer one of which it is a part", () => {
    for (const part of [WHOLE, logOf(0, 60), logOf(30, 90)]) {
      const fitted = fittedLog(part);
      const seen = seenRecord(fitted, WHOLE, dateOf(50));
      expect(seen).toEqual({ from: fitted.from, to: fitted.to, isSame: true });
    }
  });

  test("is another one where a single message of an hour is missing, and is told as such", () => {
    const other = logOf(0, 100, (hours) => {
      hours[1000]! += 1;
    });
    expect(seenRecord(fittedLog(other), WHOLE, dateOf(50))).toMatchObject({ isSame: false });
  });

  test("is no matter where all that is judged is later, or earlier", () => {
    const fitted = fittedLog(logOf(0, 60));
    expect(fitted.to).toBe(dateOf(59));
    expect(seenRecord(fitted, WHOLE, dateOf(60))).toBeUndefined();
    expect(seenRecord(fitted, WHOLE, dateOf(59))).toBeDefined();
    expect(seenRecord(fittedLog(logOf(70, 100)), logOf(0, 60), dateOf(30))).toBeUndefined();
    expect(seenRecord(undefined, WHOLE, dateOf(50))).toBeUndefined();
  });
});
