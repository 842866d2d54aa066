import type { ComparisonRow, Estimate } from "../experiment/index.ts";
import { decimalsFor, decimalsOf, fixed } from "./number.ts";
import { unitText } from "./value-text.ts";

/** What is told of a difference. */
type Compared = Pick<ComparisonRow, "difference" | "low" | "high" | "joint" | "unit"> & {
  readonly own: Pick<Estimate, "estimate">;
  readonly base: Pick<Estimate, "estimate">;
};

/** A difference as a reader sees it: shares in percentage points, no more digits than the interval bears out. */
export interface DifferenceText {
  /** `+4.2`, `−0.3`, `not defined`. */
  readonly difference: string;
  /** `points` of a share; empty where there is no number. */
  readonly unit: string;
  /** `+3.6 to +4.9`: the joint interval where there is one; empty where nothing is bounded. */
  readonly interval: string;
}

export function differenceText(row: Compared): DifferenceText {
  const { difference, own, base } = row;
  if (!Number.isFinite(difference)) return { difference: withoutNumber(row), unit: "", interval: "" };
  const { low, high } = row.joint ?? row;
  const scale = row.unit === "share" ? 100 : 1;
  const half = Math.max(high - difference, difference - low) * scale;
  const known = Number.isFinite(half) && half > 0;
  const exact = !known && Number.isInteger(own.estimate * scale) && Number.isInteger(base.estimate * scale);
  // Hundreds say enough of themselves.
  const large = Math.abs(difference * scale) >= 100;
  const decimals = exact || large ? 0 : known ? decimalsFor(half) : decimalsOf(difference * scale);
  const text = (value: number) => signed(value * scale, decimals);
  const interval = Number.isNaN(low) || Number.isNaN(high) ? "" : `${text(low)} to ${text(high)}`;
  return {
    difference: text(difference),
    unit: row.unit === "share" ? "points" : unitText(row.unit),
    interval: low === high ? "always" : interval,
  };
}

/** `27 of 30`, `27 of 30, 2 =`: in how many worlds the alternative did better, and in how many as well. */
export function winsText({
  wins,
  ties,
  losses,
  better,
}: Pick<ComparisonRow, "wins" | "ties" | "losses" | "better">): string {
  const all = wins + ties + losses;
  if (all === 0) return "";
  if (ties === all) return all === 1 ? "alike" : `all ${all} alike`;
  const higher = better === "neither" ? "up in " : "";
  return `${higher}${wins} of ${all}${ties === 0 ? "" : `, ${ties} =`}`;
}

/** From here on it makes no difference how many times it is. */
const MOST_TIMES = 1000;

/** `×3.1`, `×46`; empty where it is not known. */
export function varianceRatioText({ varianceRatio }: ComparisonRow): string {
  if (Number.isNaN(varianceRatio)) return "";
  if (varianceRatio > MOST_TIMES) return `>${fixed(MOST_TIMES, 0)}`;
  return `×${fixed(varianceRatio, varianceRatio < 9.95 ? 1 : 0)}`;
}

/** A difference as somebody has given it: `1 point`, `50 CAD per week`. */
export function sizeText(size: number, unit: string): string {
  const text = String(Number((unit === "share" ? size * 100 : size).toPrecision(6)));
  return `${text} ${unit === "share" ? (text === "1" ? "point" : "points") : unitText(unit)}`;
}

function withoutNumber({ own, base }: Compared): string {
  if (own.estimate === Infinity) return base.estimate === Infinity ? "both endless" : "endless";
  return base.estimate === Infinity ? "ends" : "not defined";
}

function signed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "+∞";
  const text = fixed(value, decimals);
  return /[1-9]/.test(text) && value > 0 ? `+${text}` : text;
}
