import type { AnalysisRow } from "../experiment/index.ts";
import { decimalsFor, decimalsOf, fixed } from "./number.ts";

/** An estimate as a reader sees it: shares as per cent, no more digits than the interval bears out. */
export interface ValueText {
  readonly value: string;
  readonly unit: string;
  /** `2.1 – 2.5`; empty where there is no interval. */
  readonly interval: string;
}

/** Units that read better otherwise. */
const UNITS: Readonly<Record<string, string>> = { share: "%", d: "days" };

/** A unit as a reader sees it. */
export function unitText(unit: string): string {
  return UNITS[unit] ?? unit;
}

export function valueText(
  row: Pick<AnalysisRow, "unit" | "estimate" | "low" | "high" | "beyond">,
): ValueText {
  const scale = row.unit === "share" ? 100 : 1;
  const unit = unitText(row.unit);
  const { estimate, low, high } = row;
  if (Number.isNaN(estimate)) return { value: "none", unit: "", interval: "" };
  const decimals = decimalsOfRow(estimate * scale, low * scale, high * scale);
  const text = (name: "estimate" | "low" | "high") => {
    if (Number.isFinite(row[name])) return fixed(row[name] * scale, decimals);
    return row.beyond === undefined ? "∞" : `> ${fixed(Math.floor(row.beyond[name] * scale), 0)}`;
  };
  if (low === high && low === estimate && Number.isFinite(estimate))
    return { value: text("estimate"), unit, interval: "always" };
  const interval = Number.isNaN(low) || Number.isNaN(high) ? "" : `${text("low")} – ${text("high")}`;
  return { value: text("estimate"), unit, interval };
}

function decimalsOfRow(estimate: number, low: number, high: number): number {
  const half = Math.max(high - estimate, estimate - low);
  if (Number.isFinite(half) && half > 0) return decimalsFor(half);
  const known = [estimate, low].find(Number.isFinite);
  return known === undefined ? 0 : Number.isInteger(known) ? 0 : decimalsOf(known);
}
