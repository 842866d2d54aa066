import { dayNumber, isoDate, weekdayOf } from "../../model/index.ts";
import { easterSunday } from "./easter.ts";
import type { HolidayRule } from "./holiday-rule.ts";
import { ONTARIO } from "./ontario.ts";

export interface Holiday {
  /** ISO date. */
  readonly date: string;
  readonly name: string;
}

const PRESETS: Readonly<Record<string, readonly HolidayRule[]>> = { "CA-ON": ONTARIO, none: [] };

/** The names that `calendar.holidays` may have. */
export const HOLIDAY_PRESETS: readonly string[] = Object.keys(PRESETS);

/**
 * The public holidays of a year, in order of date. One that falls on a weekend and has a substitute is given
 * twice: on its own date, and on the next weekday that is not a holiday itself. Throws a RangeError for an
 * unknown preset.
 */
export function holidaysOf(preset: string, year: number): readonly Holiday[] {
  const rules = PRESETS[preset];
  if (rules === undefined) throw new RangeError(`no holidays are known for "${preset}"`);
  const days = new Map<number, string>();
  for (const rule of rules) days.set(dayOf(rule, year), rule.name);
  for (const rule of rules) {
    if (!("on" in rule) || rule.substitute !== true) continue;
    const day = dayOf(rule, year);
    if (weekdayOf(day) < 5) continue;
    let instead = day + 1;
    while (weekdayOf(instead) >= 5 || days.has(instead)) instead++;
    days.set(instead, `${rule.name} (observed)`);
  }
  return [...days].sort((a, b) => a[0] - b[0]).map(([day, name]) => ({ date: isoDate(day), name }));
}

function dayOf(rule: HolidayRule, year: number): number {
  if ("on" in rule) return numberOf(year, rule.on[0], rule.on[1]);
  if ("easter" in rule) return easterSunday(year) + rule.easter;
  if ("nth" in rule) {
    const [n, weekday, month] = rule.nth;
    const first = numberOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
  }
  const [weekday, month, day] = rule.weekdayBefore;
  const date = numberOf(year, month, day);
  return date - ((weekdayOf(date) - weekday + 6) % 7) - 1;
}

function numberOf(year: number, month: number, day: number): number {
  const padded = (value: number, width: number) => String(value).padStart(width, "0");
  return dayNumber(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}
