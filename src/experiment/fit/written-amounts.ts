import type { JsonObject } from "../../scenario/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, MINUTES_PER_MONTH } from "../../units.ts";
import type { Bounds } from "./bounds.ts";
import type { DelayFit } from "./fit-delay.ts";

const SMALLEST_CELL = 5;

/** A number with so many significant digits, and no zeros at its end. */
export function figures(value: number, digits = 3): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

/** A share with four decimals. */
export function shareFigure(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

/** Shares that sum to 1 to four decimals: what rounding leaves goes to the largest. */
export function wholeShares(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const rounded = shares.map((share) => shareFigure(share / total));
  const left = 1 - rounded.reduce((sum, share) => sum + share, 0);
  const largest = rounded.indexOf(Math.max(...rounded));
  return rounded.map((share, i) => (i === largest ? shareFigure(share + left) : share));
}

export function isBounded({ low, high }: Bounds): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

/** The ends of an interval as a ledger has them; undefined where there is none. */
export function rangeOf(
  bounds: Bounds,
  write: (x: number) => number | string,
): readonly [number | string, number | string] | undefined {
  return isBounded(bounds) ? [write(bounds.low), write(bounds.high)] : undefined;
}

/** `31 – 36 %`. */
export function intervalOf(bounds: Bounds, write: (x: number) => string): string {
  if (!isBounded(bounds)) return "";
  const [low, high] = [write(bounds.low), write(bounds.high)];
  const unit = /[^\d.−]+$/.exec(high)?.[0] ?? "";
  return `${unit !== "" && low.endsWith(unit) ? low.slice(0, -unit.length) : low} – ${high}`;
}

export const percentText = (share: number) => `${numberText(100 * share)} %`;
export const numberText = (x: number) => `${figures(x)}`.replace("-", "−");

/** A length of time in the unit in which it is a handy number: `8.1 h`. */
export function timeText(minutes: number): string {
  if (minutes < 90) return `${figures(minutes)} min`;
  return minutes < 3 * MINUTES_PER_DAY
    ? `${figures(minutes / MINUTES_PER_HOUR)} h`
    : `${figures(minutes / MINUTES_PER_DAY)} days`;
}

/** The law of a delay as a scenario has it: the family that is likeliest, or what was seen where none comes near. */
export function writtenLaw({ best, fitsNone, empirical }: DelayFit): JsonObject {
  if (fitsNone && empirical.length > 1)
    return { empirical: { values: empirical.map((x) => `${figures(x)} min`) } };
  const { family, mean, sd } = best;
  return writtenFamily(family, mean, sd);
}

export function writtenFamily(family: string, mean: number, sd: number): JsonObject {
  const unit = mean < 90 ? "min" : "h";
  const write = (minutes: number) =>
    `${figures(unit === "h" ? minutes / MINUTES_PER_HOUR : minutes)} ${unit}`;
  return {
    [family]: family === "exponential" ? { mean: write(mean) } : { mean: write(mean), sd: write(sd) },
  };
}

/** A count of people or messages, of which fewer than five are not told exactly. */
export function countText(count: number): string {
  return count > 0 && count < SMALLEST_CELL ? `fewer than ${SMALLEST_CELL}` : `${Math.round(count)}`;
}

/** Messages a month, from messages a minute. */
export function perMonth(rate: number): number {
  return rate * MINUTES_PER_MONTH;
}
