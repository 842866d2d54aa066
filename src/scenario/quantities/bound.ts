import { quoted } from "../json-value.ts";
import { responseHint } from "../response-hint.ts";
import { readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

export const BOUND_PATTERN = String.raw`^\s*\S+\s*(?:<=|>=|≤|≥)\s*${UNSIGNED} ?(?:%|[^\d\s.%][^%]*)?$`;

/** What a response may be at most, or has to be at least, in its own unit. */
export interface Bound {
  readonly response: string;
  readonly direction: "at most" | "at least";
  readonly value: number;
}

/** A bound as it is written, before it is known of which response. */
interface WrittenBound extends Bound {
  /** Empty: whatever the response's is. */
  readonly unit: string;
}

/** `calls_answered_share >= 80 %`, `cost_per_week <= 4500 CAD`: a response, a comparison, a number and, if anything, a unit. */
export function readBound(text: string): Reading<WrittenBound> {
  const parts = /^\s*([^\s<>=≤≥]+)\s*(<=|>=|≤|≥)\s*([^\s%a-zA-Z]+(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/.exec(text);
  const number = parts === null ? undefined : readNumber(parts[3]!);
  if (parts === null || number === undefined || "fault" in number) {
    const hint = 'write a response, <= or >=, and a number with its unit, as in "cost_per_week <= 4500 CAD"';
    return fault("not-a-bound", `${quoted(text)} is not a bound`, hint);
  }
  const direction = "<≤".includes(parts[2]![0]!) ? "at most" : "at least";
  return { value: { response: parts[1]!, direction, value: number.value, unit: parts[4]! } };
}

/** What is written, as a bound of one of the responses, of which `units` has the units by name: `90 %` of a share is 0.9. */
export function boundIn(units: ReadonlyMap<string, string>, text: string): Reading<Bound> {
  const reading = readBound(text);
  if ("fault" in reading) return reading;
  const { unit: written, ...bound } = reading.value;
  const { response, value } = bound;
  const unit = units.get(response);
  if (unit === undefined) {
    const hint = responseHint(response, [...units.keys()]);
    return fault("unknown-response", `there is no response ${quoted(response)}`, hint);
  }
  if (unit === "share") {
    const share = written === "%" ? value / 100 : value;
    if ((written === "" || written === "%") && share <= 1) return { value: { ...bound, value: share } };
    const hint = `write it as per cent, as in "${response} >= 90 %"`;
    return fault("wrong-unit", `${quoted(text)} does not bound a share`, hint);
  }
  if (written === "" || unit === written || unit.startsWith(`${written} `)) return { value: bound };
  const hint = `its unit is ${quoted(unit)}: write ${quoted(`${value} ${unit}`)}`;
  return fault("wrong-unit", `${quoted(text)} is in another unit`, hint);
}
