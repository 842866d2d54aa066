import { isTimeUnit } from "./duration.ts";
import { NUMBER } from "./number.ts";
import { minutesPer } from "./unit-class.ts";

const LEADING = new RegExp(`^\\s*(${NUMBER})\\s*(.*)$`);

/**
 * Comparable numbers for values written in one unit: durations in minutes, else the leading numbers. All take
 * the unit of the last value that has one, unless `unitOf` says which unit it is. Undefined if the units
 * differ or there is no number.
 */
export function amountsOf(
  values: readonly (number | string)[],
  unitOf?: number | string,
): readonly number[] | undefined {
  const all = values.map(partsOf);
  const unit =
    unitOf === undefined
      ? all.findLast((part) => part !== undefined && part.unit !== "")?.unit
      : partsOf(unitOf)?.unit;
  const amounts = all.map(
    (part) => part && amountIn(part.unit === "" ? (unit ?? "") : part.unit, unit ?? "", part.amount),
  );
  return amounts.some((amount) => amount === undefined) ? undefined : (amounts as readonly number[]);
}

function partsOf(value: number | string): { readonly amount: number; readonly unit: string } | undefined {
  if (typeof value === "number") return { amount: value, unit: "" };
  const match = LEADING.exec(value);
  return match === null ? undefined : { amount: Number(match[1]), unit: match[2]!.trim() };
}

function amountIn(unit: string, common: string, amount: number): number | undefined {
  const inMinutes = isTimeUnit(common);
  if (inMinutes ? !isTimeUnit(unit) : unit !== common) return undefined;
  const value = inMinutes ? amount * minutesPer(unit) : amount;
  return Number.isFinite(value) ? value : undefined;
}
