import { MINUTES_PER_DAY } from "../../units.ts";
import { didYouMean } from "../did-you-mean.ts";
import { quoted } from "../json-value.ts";
import { NUMBER, readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";
import { minutesPer } from "./unit-class.ts";

const UNITS = [
  ["s", "sec", "second", "seconds"],
  ["min", "minute", "minutes"],
  ["h", "hr", "hour", "hours"],
  ["day", "days"],
  ["week", "weeks"],
].flat();

const SHAPE = new RegExp(`^(${NUMBER})\\s*(\\S.*)$`);
const NO_FIXED_LENGTH = /^(months?|years?|quarters?)$/;

export const DURATION_PATTERN = `^${UNSIGNED} ?(${UNITS.join("|")})$`;

/** Whether durations may have this unit. */
export function isTimeUnit(unit: string): boolean {
  return UNITS.includes(unit);
}

/** A stretch of time, in minutes: a number ≥ 0 and a unit from seconds to weeks. */
export function readDuration(text: string): Reading<number> {
  const trimmed = text.trim();
  const parts = SHAPE.exec(trimmed);
  if (parts === null) {
    const bare = readNumber(trimmed);
    if ("value" in bare)
      return fault("missing-unit", `${quoted(text)} has no unit`, `write "${trimmed} min"`);
    return fault(
      "not-a-duration",
      `${quoted(text)} is not a duration`,
      'write a number and a unit, as in "8 min"',
    );
  }
  const [, amount, unit] = parts as unknown as [string, string, string];
  const number = readNumber(amount);
  if ("fault" in number) {
    return fault(
      number.fault.code,
      `${quoted(text)} is ${Number(amount) < 0 ? "negative" : "not finite"}`,
      LENGTHS,
    );
  }
  if (!isTimeUnit(unit)) {
    if (NO_FIXED_LENGTH.test(unit)) {
      return fault(
        "unknown-unit",
        `a ${unit.replace(/s$/, "")} has no fixed length`,
        "write it in days or weeks",
      );
    }
    if (/^business days?$/.test(unit)) {
      return fault("unknown-unit", "business days are not a length of time", "write hours, days or weeks");
    }
    return fault("unknown-unit", `${quoted(unit)} is not a unit of time`, didYouMean(unit, UNITS));
  }
  const minutes = number.value * minutesPer(unit);
  if (!Number.isFinite(minutes)) return fault("not-finite", `${quoted(text)} is not finite`, LENGTHS);
  return { value: minutes };
}

const LENGTHS = "a duration is zero or more";

/** A whole number of days, as people write it: "4 weeks", "10 days"; undefined of anything else. */
export function daysIn(text: string): number | undefined {
  const read = readDuration(text);
  const days = "fault" in read ? Number.NaN : read.value / MINUTES_PER_DAY;
  return Number.isInteger(days) ? days : undefined;
}
