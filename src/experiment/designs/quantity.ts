import type { JsonValue } from "../../scenario/index.ts";

/** A number, and the text behind it that says of what: `{ amount: 8, unit: "min" }`; the unit of a bare number is empty. */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** A number as JSON has it; a plus may stand before it, and the zero before the point may be left out. */
export const NUMBER = String.raw`[+-]?(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;

const QUANTITY = new RegExp(`^(${NUMBER})(?: ?([A-Za-zµ%].*))?$`);

/** The quantity that a value of a scenario is: a number, or a text such as "19 per 100 portal patients per month"; undefined for others. */
export function quantityOf(value: JsonValue): Quantity | undefined {
  if (typeof value === "number") return { amount: value, unit: "" };
  if (typeof value !== "string") return undefined;
  const match = QUANTITY.exec(value);
  if (match === null) return undefined;
  const amount = Number(match[1]);
  return Number.isFinite(amount) ? { amount, unit: match[2] ?? "" } : undefined;
}

/** The quantity as a scenario has it: a number, or a text with its unit. */
export function quantityValue({ amount, unit }: Quantity): number | string {
  if (unit === "") return amount;
  return unit.startsWith("%") ? `${amount}${unit}` : `${amount} ${unit}`;
}
