import { quoted } from "../json-value.ts";
import { readNumber } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

export const NOTICE_PATTERN = "^\\d{1,3} business days?$";
/** [business days] */
const MOST = 260;

/** "2 business days", or the bare number 2: whole business days from 0 to 260. */
export function readNotice(written: string | number): Reading<number> {
  const hint = 'write "1 business day", or 0 for the same day';
  const amount =
    typeof written === "number" ? String(written) : /^(\S+) business days?$/.exec(written.trim())?.[1];
  if (amount === undefined)
    return fault("not-a-notice", `${quoted(written)} is not a number of business days`, hint);
  const number = readNumber(amount);
  if ("fault" in number) return number;
  if (!Number.isInteger(number.value))
    return fault("wrong-type", `${quoted(written)} is not a whole number of days`, hint);
  return number.value <= MOST
    ? number
    : fault("out-of-range", `${quoted(written)} is more than ${MOST} business days`);
}
