import type { Told } from "../experiment/index.ts";
import { brief, decimalsFor, decimalsOf, fixed } from "./number.ts";
import { unitText, valueText } from "./value-text.ts";

/** `98.2 %`, `24.1 min per week`. */
export function toldText(told: Told, unit: string): string {
  const { value, unit: shown } = valueText({ ...told, unit });
  return [value, shown].filter((part) => part !== "").join(" ");
}

/** The unit as it stands behind a number in a sentence: what the number is for is said beside it. */
export function shortUnit(unit: string): string {
  const [first = ""] = unit.split(" per ");
  return first;
}

/** `97.9 – 98.5`; empty where there is no interval. */
export function intervalText(told: Told, unit: string): string {
  return valueText({ ...told, unit }).interval;
}

/** A number that somebody has given, in its unit: `90 %`, `30 min per physician and week`. */
export function givenText(value: number, unit: string): string {
  const shown = Number((unit === "share" ? value * 100 : value).toPrecision(6));
  return `${brief(shown, 4)} ${unitText(unit)}`;
}

/** A tolerance: `1 point`, `2 min per week`. */
export function toleranceText(value: number, unit: string): string {
  const exact = Number((unit === "share" ? value * 100 : value).toPrecision(6));
  // What somebody has written is short; what was computed need not be told to six digits.
  const shown = brief(`${exact}`.length > 5 ? Number(exact.toPrecision(3)) : exact, 4);
  return unit === "share" ? `${shown} ${shown === "1" ? "point" : "points"}` : `${shown} ${unitText(unit)}`;
}

/** Of a change that worlds agree on to many more. */
const DIGITS = 4;

/** A change with what chance leaves of it: `−7.2 points (−8.1 to −6.3)`. */
export function changeText({ estimate, low, high }: Told, unit: string): string {
  if (!Number.isFinite(estimate)) return "not defined";
  const scale = unit === "share" ? 100 : 1;
  const half = Math.max(high - estimate, estimate - low) * scale;
  const whole = `${Math.trunc(Math.abs(estimate * scale))}`.length;
  const decimals = Math.min(
    Number.isFinite(half) && half > 0 ? decimalsFor(half) : decimalsOf(estimate * scale),
    Math.max(0, DIGITS - whole),
  );
  const text = (value: number) => signed(value * scale, decimals);
  const interval =
    Number.isNaN(low) || Number.isNaN(high) || low === high ? "" : ` (${text(low)} to ${text(high)})`;
  return `${text(estimate)} ${unit === "share" ? "points" : unitText(unit)}${interval}`;
}

function signed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "+∞";
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Whether a change surely is one. */
export function isSure({ low, high }: Told): boolean {
  return low > 0 || high < 0;
}
