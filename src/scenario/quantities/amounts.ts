import { readDuration } from "./duration.ts";
import { NUMBER } from "./number.ts";

const LEADING = new RegExp(`^\\s*(${NUMBER})\\s*(.*)$`);

/**
 * Comparable numbers for values written in one unit: durations in minutes, else the leading numbers. A bare number takes the unit of the last value
 * (that of the scenario itself). Undefined if the units differ or there is no number.
 */
export function amountsOf(values: readonly (number | string)[]): readonly number[] | undefined {
  const parts = values.map((value) => {
    if (typeof value === "number") return { amount: value, unit: "" };
    const match = LEADING.exec(value);
    return match === null ? undefined : { amount: Number(match[1]), unit: match[2]!.trim() };
  });
  if (parts.some((part) => part === undefined)) return undefined;
  const all = parts as readonly { amount: number; unit: string }[];
  const unit = all.findLast((part) => part.unit !== "")?.unit ?? "";
  const amounts = all.map((part) => amountIn(part.unit === "" ? unit : part.unit, unit, part.amount));
  return amounts.some((amount) => amount === undefined) ? undefined : (amounts as readonly number[]);
}

function amountIn(unit: string, common: string, amount: number): number | undefined {
  const minutes = readDuration(`${amount} ${unit}`);
  const isTime = "value" in readDuration(`1 ${common}`);
  if (isTime) return "value" in minutes ? minutes.value : undefined;
  return unit === common ? amount : undefined;
}
