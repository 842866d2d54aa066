import type { Model } from "../compile.ts";
import type { ClinicObserver, Stretch } from "../observer.ts";
import { openAt } from "../responses/backlog.ts";
import type { RecordedRun } from "../responses/recorded-run.ts";
import type { Roster } from "../roster.ts";
import { StaffClocks } from "./staff-clocks.ts";

/** A run by local day, warm-up and run-out too. Plain data. */
export interface DayPaths {
  /** Open messages when the day opens; NaN on days that are no business days. */
  readonly open: Float64Array<ArrayBuffer>;
  /** After-hours minutes of all physicians together. */
  readonly afterHours: Float64Array<ArrayBuffer>;
  /** By promise: how many were made by messages sent on the day, in the window, and how many of these were kept. */
  readonly made: readonly Float64Array<ArrayBuffer>[];
  readonly kept: readonly Float64Array<ArrayBuffer>[];
}

/** Physicians' minutes after hours, day by day. */
export class AfterHoursByDay implements ClinicObserver {
  readonly minutes: Float64Array<ArrayBuffer>;
  readonly #model: Model;
  readonly #clocks: StaffClocks;

  constructor(model: Model, roster: Roster) {
    this.#model = model;
    this.#clocks = new StaffClocks(model, roster);
    this.minutes = new Float64Array(model.days);
  }

  handled({ team, person, from, to }: Stretch): void {
    const { calendar, clinic, days } = this.#model;
    if (clinic.teams[team]!.role !== "physician") return;
    const regular = this.#clocks.regularOf(team, person);
    for (let day = calendar.dayOf(from); day < days && calendar.dayStart(day) < to; day += 1) {
      const begin = Math.max(from, calendar.dayStart(day));
      const end = Math.min(to, calendar.dayStart(day + 1));
      this.minutes[day]! += end - begin - regular.between(begin, end);
    }
  }
}

/** The paths of a run that was watched to its end. */
export function dayPaths({ model, messages, promises }: RecordedRun, afterHours: AfterHoursByDay): DayPaths {
  const { calendar, days } = model;
  const openDays = Array.from({ length: days }, (_, day) => day).filter((day) => calendar.isOpenDay(day));
  const counts = openAt(
    messages,
    openDays.map((day) => calendar.nextOpening(calendar.dayStart(day))),
  );
  const open = new Float64Array(days).fill(Number.NaN);
  openDays.forEach((day, i) => {
    open[day] = counts[i]!;
  });
  return {
    open,
    afterHours: afterHours.minutes,
    made: promises.map(({ days: { made } }) => made),
    kept: promises.map(({ days: { kept } }) => kept),
  };
}
