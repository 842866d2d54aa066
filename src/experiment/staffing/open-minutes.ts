import type { Clinic, PromiseWithin, WeeklyHours } from "../../model/index.ts";

/** [min] Of a week's hours. */
export function minutesAWeek(hours: WeeklyHours): number {
  return hours.flat().reduce((sum, { from, to }) => sum + to - from, 0);
}

/** [open min] In which a promise has to be kept, at the most, in weeks without holidays. */
export function openMinutes({ calendar }: Clinic, within: PromiseWithin): number {
  const aWeek = minutesAWeek(calendar.open);
  if (within.clock === "open") return within.minutes;
  if (within.clock === "wall") return (within.minutes * aWeek) / (7 * 1440);
  const days = calendar.open.filter((day) => day.length > 0).length;
  return (within.days * aWeek) / Math.max(1, days);
}
