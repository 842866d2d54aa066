import type { Fault } from "../issue-list.ts";

/** What a text in the scenario's own grammar says, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly fault: Fault };

/** A reading that failed. */
export function fault(code: string, message: string, hint?: string): { readonly fault: Fault } {
  return { fault: { code, message, ...(hint === undefined ? {} : { hint }) } };
}

/** The value of a text that has been checked before. */
export function checked<T>(reading: Reading<T>): T {
  if ("fault" in reading) throw new RangeError(reading.fault.message);
  return reading.value;
}
