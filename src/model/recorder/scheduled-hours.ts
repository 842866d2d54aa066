import type { Calendar } from "../calendar.ts";
import type { DayInterval, WeeklyHours, WorkHours } from "../clinic.ts";
import { MinuteClock } from "../minute-clock.ts";

/** Minutes of a weekday for which a person with such hours is scheduled: shifts, clinic and inbox, joined. */
export function scheduledMinutes(work: WorkHours, weekday: number): number {
  const scheduled = unionOf([work.shifts, work.clinic, work.inbox ?? []], weekday);
  return scheduled.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The same of a whole week. */
export function scheduledMinutesAWeek(work: WorkHours): number {
  let weekly = 0;
  for (let weekday = 0; weekday < 7; weekday += 1) weekly += scheduledMinutes(work, weekday);
  return weekly;
}

/** Runs in opening hours and in a person's scheduled hours: work at any other time is after hours. */
export function regularClock(
  work: WorkHours,
  open: WeeklyHours,
  calendar: Calendar,
  days: number,
): MinuteClock {
  const weekly = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    unionOf([work.shifts, work.clinic, work.inbox ?? [], open], weekday),
  );
  const bounds: number[] = [];
  for (let day = 0; day < days; day += 1) {
    if (calendar.isClosed(day)) continue;
    for (const { from, to } of weekly[calendar.dayOfWeek(day)]!) {
      bounds.push(calendar.timeOf(day, from), calendar.timeOf(day, to));
    }
  }
  return new MinuteClock(bounds);
}

function unionOf(weeks: readonly WeeklyHours[], weekday: number): readonly DayInterval[] {
  const all = weeks.flatMap((week) => week[weekday] ?? []).sort((a, b) => a.from - b.from);
  const joined: DayInterval[] = [];
  for (const hours of all) {
    const last = joined[joined.length - 1];
    if (last === undefined || hours.from > last.to) joined.push(hours);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, hours.to) };
  }
  return joined;
}
