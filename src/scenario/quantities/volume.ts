import { MINUTES_PER_DAY, MINUTES_PER_MONTH, MINUTES_PER_WEEK, MINUTES_PER_YEAR } from "../../units.ts";
import { quoted } from "../json-value.ts";
import { NUMBER, readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

const PERIODS: Readonly<Record<string, number>> = {
  day: MINUTES_PER_DAY,
  week: MINUTES_PER_WEEK,
  month: MINUTES_PER_MONTH,
  year: MINUTES_PER_YEAR,
};

export const VOLUME_PATTERN = `^${UNSIGNED}( messages?| threads?)? per ((${UNSIGNED} )?portal patients? per )?(day|week|month|year)$`;
const SHAPE = new RegExp(
  `^(${NUMBER})(?: messages?| threads?)? per (?:(?:(${NUMBER}) )?(portal) patients? per )?(day|week|month|year)$`,
);

/** How many messages come: a mean rate [1/min] for each portal patient, or for the whole specialty. */
export interface Volume {
  readonly rate: number;
  readonly per: "portal patient" | "specialty";
}

/** "19 per 100 portal patients per month", or "900 per month" for all patients together. */
export function readVolume(text: string): Reading<Volume> {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) {
    return fault(
      "not-a-volume",
      `${quoted(text)} is not a volume`,
      'write "19 per 100 portal patients per month", or "900 per month" for everybody together',
    );
  }
  const [, amount, group, portal, period] = parts;
  const number = readNumber(amount!);
  if ("fault" in number) return number;
  const size = readNumber(group ?? "1");
  if ("fault" in size) return size;
  if (size.value === 0) return fault("out-of-range", "a volume per 0 patients has no meaning");
  const rate = number.value / size.value / PERIODS[period!]!;
  if (!Number.isFinite(rate)) return fault("not-finite", `${quoted(text)} is not finite`);
  return { value: { rate, per: portal === undefined ? "specialty" : "portal patient" } };
}
