import { quoted } from "../json-value.ts";
import { NUMBER, readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

export const EVENTS_PATTERN = `^${UNSIGNED} per business day$`;
const SHAPE = new RegExp(`^(${NUMBER}) per business day$`);

/** "30 per business day" [1/business day]. */
export function readEvents(text: string): Reading<number> {
  const amount = SHAPE.exec(text.trim())?.[1];
  if (amount === undefined) {
    return fault("not-a-volume", `${quoted(text)} is not a number of events`, 'write "30 per business day"');
  }
  return readNumber(amount);
}
