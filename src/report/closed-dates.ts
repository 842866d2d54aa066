import { civilFromDays, dayNumber } from "../model/index.ts";
import { holidaysOf, type Scenario } from "../scenario/index.ts";

/** A date on which nothing is open, and why. */
export interface ClosedDate {
  readonly date: string;
  readonly why: string;
}

/** The closed dates of a scenario while it runs, in order, by the names of the holidays or as the file's own. */
export function closedDates({
  document,
  clinic,
}: Pick<Scenario, "document" | "clinic">): readonly ClosedDate[] {
  const { start, warmUpDays, lengthDays, runOutDays } = clinic.run;
  const first = dayNumber(start);
  const end = first + warmUpDays + lengthDays + runOutDays;
  const names = new Map<string, string>();
  for (let year = civilFromDays(first).year; year <= civilFromDays(end).year; year++) {
    for (const { date, name } of holidaysOf(document.calendar.holidays, year)) names.set(date, name);
  }
  return clinic.calendar.closedDates
    .filter((date) => dayNumber(date) >= first && dayNumber(date) < end)
    .map((date) => ({ date, why: names.get(date) ?? "closed, as the scenario says" }));
}
