import { type CalendarSpec, civilFromDays, dayNumber, type RunSpec } from "../../model/index.ts";
import { MINUTES_PER_DAY } from "../../units.ts";
import { holidaysOf } from "../dates/holidays.ts";
import type { ScenarioDocument } from "../format/scenario-schema.ts";
import { readSpan } from "../hours/clock-time.ts";
import { readMoment } from "../hours/moment.ts";
import { mergeHours, readHours } from "../hours/weekly-hours.ts";
import { readDuration } from "../quantities/duration.ts";
import { checked } from "../quantities/reading.ts";

/** When the clinic is open; holidays of every year that the run touches become dates. */
export function buildCalendar({ calendar, run }: Pick<ScenarioDocument, "calendar" | "run">): CalendarSpec {
  const { start, warmUpDays, lengthDays, runOutDays } = buildRun(run);
  const first = dayNumber(start);
  const firstYear = civilFromDays(first).year;
  const lastYear = civilFromDays(first + warmUpDays + lengthDays + runOutDays).year;
  const closed = new Set(calendar.extraClosed);
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { date } of holidaysOf(calendar.holidays, year)) closed.add(date);
  }
  return {
    timeZone: calendar.timeZone,
    closedDates: [...closed].sort(),
    open: mergeHours(calendar.open.map((text) => checked(readHours(text)))),
    patientSleep: checked(readSpan(calendar.patientSleep, true)),
    ...(calendar.portalOutages === undefined
      ? {}
      : {
          outages: calendar.portalOutages.map(({ from, to, rebound }) => ({
            from: checked(readMoment(from)),
            to: checked(readMoment(to)),
            rebound: checked(readDuration(rebound)),
          })),
        }),
  };
}

export function buildRun(run: ScenarioDocument["run"]): RunSpec {
  const days = (text: string) => checked(readDuration(text)) / MINUTES_PER_DAY;
  return {
    start: run.start,
    warmUpDays: days(run.warmUp),
    lengthDays: days(run.length),
    runOutDays: days(run.runOut),
    seed: run.seed,
    replications: run.replications,
  };
}
