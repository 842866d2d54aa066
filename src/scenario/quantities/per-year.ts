import { quoted } from "../json-value.ts";
import { readNumber, UNSIGNED } from "./number.ts";
import { fault, type Reading } from "./reading.ts";

export const WEEKS_PER_YEAR_PATTERN = `^${UNSIGNED} weeks? per year$`;
export const DAYS_PER_YEAR_PATTERN = `^${UNSIGNED} days? per year$`;
export const GROWTH_PATTERN = `^-?${UNSIGNED} ?% per year$`;

/** "4 weeks per year" [weeks a year], at most 52. */
export function readWeeksPerYear(text: string): Reading<number> {
  return readPerYear(text, "week", 52, '"4 weeks per year"');
}

/** "8 days per year" [working days a year], at most 260. */
export function readDaysPerYear(text: string): Reading<number> {
  return readPerYear(text, "day", 260, '"8 days per year"');
}

function readPerYear(text: string, unit: string, most: number, example: string): Reading<number> {
  const parts = new RegExp(`^(\\S+) ${unit}s? per year$`).exec(text.trim());
  if (parts === null) {
    return fault("not-a-rate", `${quoted(text)} is not a number of ${unit}s per year`, `write ${example}`);
  }
  const number = readNumber(parts[1]!);
  if ("value" in number && number.value > most) {
    return fault("out-of-range", `${quoted(text)} is more than ${most} ${unit}s`);
  }
  return number;
}

/** "10% per year" as a share, 0.1; "-5% per year" is a decline. Between −90 % and +400 %. */
export function readGrowth(text: string): Reading<number> {
  const parts = /^(-?)(\S+?) ?% per year$/.exec(text.trim());
  if (parts === null)
    return fault("not-a-rate", `${quoted(text)} is not a rate of growth`, 'write "10% per year"');
  const number = readNumber(parts[2]!);
  if ("fault" in number) return number;
  const rate = (parts[1] === "-" ? -number.value : number.value) / 100;
  if (rate < -0.9 || rate > 4)
    return fault("out-of-range", `${quoted(text)} is not between -90% and 400% per year`);
  return { value: rate };
}
