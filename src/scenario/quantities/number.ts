import { quoted } from "../json-value.ts";
import { fault, type Reading } from "./reading.ts";

/** A number ≥ 0 as it may stand in a text, for the patterns that editors check. */
export const UNSIGNED = String.raw`(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;

/** Any number as it may stand in a text: what is negative is read too, so that it can be called so. */
export const NUMBER = `[+-]?${UNSIGNED}`;

const WHOLE = new RegExp(`^${NUMBER}$`);

/** A finite number ≥ 0 written in decimals. No thousands separators, no "NaN", no hexadecimals. */
export function readNumber(text: string): Reading<number> {
  if (!WHOLE.test(text))
    return fault("not-a-number", `${quoted(text)} is not a number`, "write it as 4800 or 0.25");
  const value = Number(text);
  if (!Number.isFinite(value)) return fault("not-finite", `${quoted(text)} is too large to be a number`);
  return value < 0 ? fault("out-of-range", `${text} is negative`) : { value: value + 0 };
}
