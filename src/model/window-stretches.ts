import type { Model } from "./compile.ts";

/** Local days [from, to) of the run. */
export interface DayStretch {
  readonly from: number;
  readonly to: number;
}

/** [days] A month clipped by the window to fewer joins its neighbour. */
const SHORTEST_MONTH = 14;

/** The days of the measured window. */
export function windowDays({ clinic }: Model): DayStretch {
  const { warmUpDays, lengthDays } = clinic.run;
  return { from: warmUpDays, to: warmUpDays + lengthDays };
}

/** Weeks of seven days from the start of the window; days left over belong to the last. A shorter window is one week. */
export function weeksOfWindow(model: Model): DayStretch[] {
  const { from, to } = windowDays(model);
  const count = Math.max(1, Math.floor((to - from) / 7));
  return Array.from({ length: count }, (_, week) => ({
    from: from + 7 * week,
    to: week === count - 1 ? to : from + 7 * (week + 1),
  }));
}

/** Calendar months clipped to the window; one of which fewer than 14 days are left joins the month beside it. */
export function monthsOfWindow(model: Model): DayStretch[] {
  const { from, to } = windowDays(model);
  const months: DayStretch[] = [];
  for (let day = from; day < to; day += 1) {
    const last = months[months.length - 1];
    if (last === undefined || model.calendar.month(day) !== model.calendar.month(last.from)) {
      months.push({ from: day, to: day + 1 });
    } else months[months.length - 1] = { from: last.from, to: day + 1 };
  }
  if (months.length > 1 && lengthOf(months[0]!) < SHORTEST_MONTH) {
    const [first, second] = months.splice(0, 2);
    months.unshift({ from: first!.from, to: second!.to });
  }
  if (months.length > 1 && lengthOf(months[months.length - 1]!) < SHORTEST_MONTH) {
    const [before, last] = months.splice(-2);
    months.push({ from: before!.from, to: last!.to });
  }
  return months;
}

function lengthOf({ from, to }: DayStretch): number {
  return to - from;
}

/** Weeks of the window, parts of weeks included. */
export function weeksIn(model: Model): number {
  return lengthOf(windowDays(model)) / 7;
}

/** Business days of the window. */
export function openDaysIn(model: Model): number {
  const { from, to } = windowDays(model);
  return model.calendar.openDaysBefore(to) - model.calendar.openDaysBefore(from);
}
