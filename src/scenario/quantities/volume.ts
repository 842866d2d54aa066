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

export const VOLUME_PATTERN = patternOf("messages?|threads?", "portal patients?");
export const FLARE_RATE_PATTERN = patternOf("flares?", "(portal )?patients?");
const VOLUME = shapeOf("messages?|threads?", "portal patients?");
const FLARE_RATE = shapeOf("flares?", "(?:portal )?patients?");

function patternOf(things: string, each: string): string {
  return `^${UNSIGNED}( (${things}))? per ((${UNSIGNED} )?${each} per )?(day|week|month|year)$`;
}

function shapeOf(things: string, each: string): RegExp {
  return new RegExp(
    `^(${NUMBER})(?: (?:${things}))? per (?:(?:(${NUMBER}) )?(${each}) per )?(day|week|month|year)$`,
  );
}

/** How many messages, or flares, come: a mean rate [1/min] for each portal patient, or for the whole specialty. */
export interface Volume {
  readonly rate: number;
  readonly per: "portal patient" | "specialty";
}

/** "19 per 100 portal patients per month", or "900 per month" for all patients together. */
export function readVolume(text: string): Reading<Volume> {
  const hint = 'write "19 per 100 portal patients per month", or "900 per month" for everybody together';
  return readRate(text, VOLUME, "a volume", hint);
}

/** "0.3 per patient per year", where patients are those with an account, or "40 per month" for all of them together. */
export function readFlareRate(text: string): Reading<Volume> {
  const hint = 'write "0.3 per patient per year", or "40 per month" for everybody together';
  return readRate(text, FLARE_RATE, "a rate of flares", hint);
}

function readRate(text: string, shape: RegExp, what: string, hint: string): Reading<Volume> {
  const parts = shape.exec(text.trim());
  if (parts === null) return fault("not-a-volume", `${quoted(text)} is not ${what}`, hint);
  const [, amount, group, each, period] = parts;
  const number = readNumber(amount!);
  if ("fault" in number) return number;
  const size = readNumber(group ?? "1");
  if ("fault" in size) return size;
  if (size.value === 0) return fault("out-of-range", `${what} per 0 patients has no meaning`);
  const rate = number.value / size.value / PERIODS[period!]!;
  if (!Number.isFinite(rate)) return fault("not-finite", `${quoted(text)} is not finite`);
  return { value: { rate, per: each === undefined ? "specialty" : "portal patient" } };
}
