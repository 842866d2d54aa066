import { quoted } from "../json-value.ts";
import { readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

export const MONEY_PATTERN = `^${UNSIGNED} ?[A-Z]{3}$`;

export interface Money {
  readonly amount: number;
  /** ISO 4217 letters. */
  readonly currency: string;
}

/** "55 CAD": an amount ≥ 0 and the three letters of its currency. */
export function readMoney(text: string): Reading<Money> {
  const parts = /^(\S+) ?([A-Z]{3})$/.exec(text.trim());
  if (parts === null) {
    return fault(
      "not-money",
      `${quoted(text)} is not an amount of money`,
      'write a number and a currency, as in "55 CAD"',
    );
  }
  const number = readNumber(parts[1]!);
  if ("fault" in number) return number;
  if (number.value > 1e6) return fault("out-of-range", `${quoted(text)} an hour is more than 1000000`);
  return { value: { amount: number.value, currency: parts[2]! } };
}
