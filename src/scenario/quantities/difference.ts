import { quoted } from "../json-value.ts";
import { readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";
import { isUnitWritten } from "./unit-words.ts";

export const DIFFERENCE_PATTERN = String.raw`^${UNSIGNED} ?(?:%|[^\d\s.%][^%]*)?$`;

/** A difference of a response: in its own unit, or as a share of what it is without the difference. */
export interface Difference {
  readonly amount: number;
  readonly relative: boolean;
}

/** A difference as it is written, before it is known of which response. */
interface WrittenDifference {
  readonly amount: number;
  /** Empty: whatever the response's is. */
  readonly unit: string;
}

/** `"1pp"`, `"5%"`, `"2 min"`, `"50"`: a number above 0 and, if anything, a unit. */
export function readDifference(text: string): Reading<WrittenDifference> {
  const parts = /^([^\s%a-zA-Z]+(?:[eE][+-]?\d+)?)\s*(.*)$/.exec(text.trim());
  const number = parts === null ? undefined : readNumber(parts[1]!);
  if (parts === null || number === undefined || "fault" in number) {
    const hint = 'write a number and its unit, as in "1pp", "2 min", "50 CAD" or "5%"';
    return fault("not-a-difference", `${quoted(text)} is not a difference`, hint);
  }
  if (number.value === 0)
    return fault("out-of-range", `${quoted(text)} is no difference: it must be above 0`);
  return { value: { amount: number.value, unit: parts[2]! } };
}

/** What is written, as a difference of a response with that unit: `"1pp"` of a share is 0.01. */
export function differenceIn(unit: string, text: string): Reading<Difference> {
  const reading = readDifference(text);
  if ("fault" in reading) return reading;
  const { amount, unit: written } = reading.value;
  if (unit === "share") {
    if (written === "pp") return { value: { amount: amount / 100, relative: false } };
    const hint = `write percentage points, as in ${quoted(`${amount}pp`)}`;
    return fault("wrong-unit", `${quoted(text)} is not a difference of shares`, hint);
  }
  if (written === "%") return { value: { amount: amount / 100, relative: true } };
  if (written === "" || isUnitWritten(written, unit)) {
    return { value: { amount, relative: false } };
  }
  const hint = `its unit is ${quoted(unit)}: write ${quoted(`${amount} ${unit}`)}, or per cent of its value, as in "5%"`;
  return fault("wrong-unit", `${quoted(text)} is in another unit`, hint);
}
