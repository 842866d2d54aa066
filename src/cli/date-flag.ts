import { dayNumber } from "../model/index.ts";
import type { FlagFaults } from "./flag-faults.ts";

/** An ISO date that a flag gives. */
export function dateFlag(flag: string, { text, refuse }: FlagFaults): string | undefined {
  const date = text(flag);
  if (date === undefined) return undefined;
  try {
    dayNumber(date);
    return date;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse(flag, error.message, `for example ${flag} 2026-03-01`);
    return undefined;
  }
}
