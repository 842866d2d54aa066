import { formatPath, type JsonValue, type LedgerEntry, type Scenario } from "../../scenario/index.ts";
import type { Control, NumberControl } from "./control.ts";

/** What a control says of itself beside its value. */
export interface Wording {
  readonly label: string;
  readonly doc?: string;
  readonly unit?: string;
}

/** A number and the words behind it; not a time of day, a date or a sum. */
const AMOUNT = /^(\d+(?:\.\d+)?)(\s?[A-Za-z%].*)$/s;

/** A slider from 0 to 100 per cent. */
export function shareControl(
  scenario: Scenario,
  segments: readonly string[],
  value: number,
  { label, doc = "" }: Wording,
): NumberControl {
  return {
    kind: "number",
    path: formatPath(segments),
    label,
    doc,
    value: Number((value * 100).toPrecision(12)),
    least: 0,
    most: 100,
    step: 1,
    unit: "%",
    writes: "share",
    ...evidenceOf(scenario, segments, asPercent),
  };
}

/** A slider between bounds, or between 0 and about twice of what is there. */
export function numberControl(
  scenario: Scenario,
  segments: readonly string[],
  value: number,
  { label, doc = "", unit = "" }: Wording,
  bounds: { readonly least?: number; readonly most?: number; readonly whole?: boolean } = {},
): NumberControl {
  const { least = 0, most = roomAbove(value), whole = Number.isInteger(value) } = bounds;
  return {
    kind: "number",
    path: formatPath(segments),
    label,
    doc,
    value,
    least,
    most: Math.max(most, value),
    step: whole ? (most - least > 1000 ? 10 : 1) : stepOf(most - least),
    unit,
    writes: "number",
    ...evidenceOf(scenario, segments),
  };
}

/** A slider for the number that a text begins with; a text field where it does not. */
export function amountControl(
  scenario: Scenario,
  segments: readonly string[],
  written: JsonValue | undefined,
  { label, doc = "" }: Wording,
): Control {
  const path = formatPath(segments);
  const evidence = evidenceOf(scenario, segments);
  const [, digits, tail] = AMOUNT.exec(String(written ?? "")) ?? [];
  if (digits === undefined || tail === undefined) {
    return { kind: "text", path, label, doc, value: String(written ?? ""), ...evidence };
  }
  const value = Number(digits);
  const most = roomAbove(value);
  return {
    kind: "number",
    path,
    label,
    doc,
    value,
    least: 0,
    most,
    step: Number.isInteger(value) && value >= 8 ? 1 : stepOf(most),
    unit: tail.trim(),
    writes: { tail },
    ...evidence,
  };
}

/** A round number of about twice `value`, and 5 at least. */
function roomAbove(value: number): number {
  const wanted = Math.max(5, value * 2);
  let step = 1;
  while (step * 20 < wanted) step *= 10;
  return Math.ceil(wanted / step) * step;
}

function stepOf(width: number): number {
  return width > 20 ? 1 : width > 8 ? 0.5 : width > 2 ? 0.1 : 0.01;
}

function asPercent(end: JsonValue): JsonValue {
  return typeof end === "number" ? `${Number((end * 100).toPrecision(6))} %` : end;
}

/** What the ledger says of a place, or of what is around it. */
function evidenceOf(
  { ledger }: Scenario,
  segments: readonly string[],
  written: (end: JsonValue) => JsonValue = (end) => end,
): { readonly evidence?: string } {
  const around = (entry: LedgerEntry) => entry.segments.every((segment, i) => segments[i] === segment);
  const entry = ledger.filter(around).sort((a, b) => b.segments.length - a.segments.length)[0];
  if (entry === undefined) return {};
  const { grade, range } = entry;
  const sources = "source" in entry && entry.source !== undefined ? [entry.source].flat().join(", ") : "";
  const words = grade === "cited" ? `Cited: ${sources}` : grade === "local" ? "The clinic's own" : "Assumed";
  const between = range === undefined ? "" : `; plausible from ${written(range[0])} to ${written(range[1])}`;
  return { evidence: `${words}${between}.` };
}
